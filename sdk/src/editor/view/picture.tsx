import type { Snapshot } from '#contract/snapshot'
import type { Rect } from '../../surfaces/frame/place'
import { px } from '../../surfaces/frame/rect'
import { inkOf, SnapshotView } from '../snapshot-view'

interface PictureProps {
  snapshot: Snapshot
  /** Where it lies behind the glass, in pixels of the device: see `behind`. */
  at: Rect
}

/** A step's stored picture behind a device's glass, which it fills with its own ground where it ends. */
export const Picture = ({ snapshot, at }: PictureProps) => (
  <div style={{ position: 'absolute', inset: '0', background: inkOf(snapshot.colours)(snapshot.ground) }}>
    <div
      style={{
        width: px(at.width),
        height: px(at.height),
        transform: `translate(${px(at.x)},${px(at.y)})`,
      }}
    >
      <SnapshotView isUnlit value={snapshot} />
    </div>
  </div>
)
