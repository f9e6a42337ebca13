import type { ContentSummary } from '#contract/report'
import type { StepHealth } from '#contract/target-health'

/** One word on the elements of a whole content, and of the step that deserves it most. Pure. */
export function targetQuality(steps: StepHealth[]): ContentSummary['target'] {
  const pointing = steps.filter(({ state }) => state !== 'none')
  if (!pointing.length) return { state: 'none' }
  const broken = pointing.filter(({ state }) => state === 'missing')
  const worst = (broken.length ? broken : pointing.filter(({ state }) => state === 'attention'))
    .map((step) => ({ ...step, share: step.missing / (step.found + step.missing) }))
    .sort((a, b) => b.share - a.share || a.place - b.place)[0]
  if (!worst) return { state: 'ok' }
  const { place, share, trouble } = worst
  return {
    state: broken.length ? 'missing' : 'attention',
    step: place,
    share,
    ...(broken.length &&
      trouble && { broken: broken.length, since: trouble.since, release: trouble.release }),
  }
}
