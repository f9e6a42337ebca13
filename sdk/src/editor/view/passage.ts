import type { TourContent } from '#contract/experience'
import type { StepVerdict } from '#contract/why'

/** How the person who is looked at would meet a step. */
export interface Meeting {
  /** `null`: only the page can tell. */
  shows: boolean | null
  /** Index of the other words she would read; undefined for the step's own. */
  variant?: number
  /** The page may still bring other words. */
  isOpen: boolean
}

/** What the server said of a step. Nobody in particular meets every step, in its own words. */
export function meeting(steps: StepVerdict[] | undefined, id: string): Meeting {
  const { shows = true, variants = [] } = steps?.find((step) => step.id === id) ?? {}
  const first = variants.indexOf(true)
  const open = variants.indexOf(null)
  return {
    shows,
    ...(first >= 0 && { variant: first }),
    // Words that certainly come first leave the page no say.
    isOpen: open >= 0 && (first < 0 || open < first),
  }
}

/** The nearest step in a direction that she would meet, or the same where there is none. */
export function neighbour(
  { steps }: TourContent,
  verdicts: StepVerdict[] | undefined,
  id: string,
  by: 1 | -1,
): string {
  const from = steps.findIndex((step) => step.id === id)
  const ahead = by > 0 ? steps.slice(from + 1) : steps.slice(0, from).reverse()
  return ahead.find((step) => meeting(verdicts, step.id).shows !== false)?.id ?? id
}
