import type { Snapshot } from '#contract/snapshot'
import type { Target } from '#contract/target'
import type { House } from '../stage/house'
import type { Rect } from '../surfaces/frame/place'
import type { Stop } from '../surfaces/surface'
import type { StepDraft } from './draft/draft'
import type { TextLocale } from './locales'
import { startPicker } from './pick'
import { pickTexts } from './pick/texts'
import { startRecorder } from './record'
import { recordTexts } from './record/texts'

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

interface Recording {
  onSteps: (steps: Array<Omit<StepDraft, 'id'>>) => void
  onCancel: () => void
}

/** Lets her do the task once; what she did comes back as drafted steps. */
export const record = (
  layer: HTMLElement,
  locale: TextLocale,
  { visit }: House,
  { onSteps, onCancel }: Recording,
): Stop =>
  startRecorder({
    layer,
    locale,
    say: recordTexts[locale],
    pickSay: pickTexts[locale],
    heard: (listener) => visit.heard.on(listener),
    path: () => visit.facts().path,
    onStop: (steps) => onSteps(steps.map((step) => ({ body: [], ...step }))),
    onCancel,
  })
