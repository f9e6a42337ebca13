import type { Snapshot } from '#contract/snapshot'
import type { Rect, Size } from '../../surfaces/frame/place'

/** Where the stored picture lies behind a device's glass, and the target on it; both in pixels of the device. */
export interface Behind {
  picture?: Rect
  target: Rect
  radius: number
}

const SAMPLE_PX = 240

/**
 * The part of the picture that has its target in sight, at the size it was taken: letters are as large as at the till.
 * Without a picture a plain box stands for the element; one without a target lies in its corner.
 */
export function behind(snapshot: Snapshot | undefined, size: Size): Behind {
  if (!snapshot?.target) {
    const width = Math.min(size.width * 0.36, SAMPLE_PX)
    return {
      ...(snapshot && { picture: { x: 0, y: 0, width: snapshot.width, height: snapshot.height } }),
      target: { x: size.width * 0.5, y: size.height * 0.16, width, height: 52 },
      radius: 10,
    }
  }
  const [x, y, width, height, radius] = snapshot.target
  const left = shift(x + width / 2, snapshot.width, size.width)
  const top = shift(y + height / 2, snapshot.height, size.height)
  return {
    picture: { x: left, y: top, width: snapshot.width, height: snapshot.height },
    target: { x: x + left, y: y + top, width, height },
    radius,
  }
}

/** Brings a point into the middle of the glass as far as the picture reaches; a smaller picture is not moved off its corner. */
const shift = (point: number, picture: number, glass: number) =>
  Math.min(0, Math.max(glass - picture, Math.round(glass / 2 - point)))
