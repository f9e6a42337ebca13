// Runs inside the page that is checked: the till's own search, and nothing else of it.

import { matchesPath } from '#contract/path'
import type { PublishedStep } from '#contract/published-step'
import { pathOf } from '../src/core/visit'
import { waitFor } from '../src/targets'
import { whyMissing } from '../src/targets/absent'
import type { Outcome } from './verdict'

type Asked = Pick<PublishedStep, 'path' | 'target'>

/** Looks for each element for up to `waitMs` milliseconds, as a till would; in the order of `steps`. */
export async function look(steps: Asked[], waitMs: number): Promise<{ path: string; outcomes: Outcome[] }> {
  const path = pathOf(location)
  const lookFor = ({ path: pattern, target }: Asked) =>
    new Promise<Outcome>((resolve) => {
      if (pattern && !matchesPath(pattern, path)) return resolve({ is: 'elsewhere' })
      waitFor(target, { timeoutMs: waitMs }, (found) => {
        if (found) return resolve({ is: 'found', confidence: found.confidence })
        const { because = 'unknown', confidence = 0, n = 0 } = whyMissing(target) ?? {}
        resolve({ is: 'missing', because, confidence, n })
      })
    })
  return { path, outcomes: await Promise.all(steps.map(lookFor)) }
}
