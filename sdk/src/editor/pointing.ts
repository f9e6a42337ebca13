import type { Snapshot } from '#contract/snapshot'
import type { Target } from '#contract/target'
import type { Rect } from '../surfaces/frame/place'
import type { Stop } from '../surfaces/surface'
import type { TextLocale } from './locales'
import { startPicker } from './pick'
import { pickTexts } from './pick/texts'

interface Picking {
  /** What is pointed at now: the picker begins at its card. */
  start: Element | null
  avoid: () => Rect[]
  onPicked: (target: Target, snapshot: Snapshot) => void
  onCancel: () => void
}

/** Lets her point at an element of the page. */
export const pick = (layer: HTMLElement, locale: TextLocale, { onPicked, ...rest }: Picking): Stop =>
  startPicker({
    layer,
    say: pickTexts[locale],
    ...rest,
    onPicked: ({ target, snapshot }) => onPicked(target, snapshot),
  })
