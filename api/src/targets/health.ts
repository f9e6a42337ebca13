import type { TourContent } from '#contract/experience'
import type { MissingReason } from '#contract/sight'
import type { Looks, StepHealth, TargetState } from '#contract/target-health'

// What tills tell of a tour's elements, folded to one state per step. Pure: no SQL, no clock.

/** So many looks with one outcome, as stored. `because` is `''` for found; `confidence` in percent. */
export interface Sight {
  step: string
  release: string
  path: string
  because: string
  confidence: number
  n: number
  firstAt: number
  lastAt: number
}

/** Shares of looks in vain from which a step deserves a word, or an alarm; from so many looks on. */
const ATTENTION = 0.02
const MISSING = 0.2
const ENOUGH = 5
/** A release that found it before says little by one miss; so many in a row are no accident. */
const IN_A_ROW = 3
const DAY_MS = 24 * 60 * 60 * 1000

export const targetHealth = ({ steps }: Pick<TourContent, 'steps'>, sights: Sight[]): StepHealth[] =>
  steps.map(({ id, target }, index) => {
    const place = { step: id, place: index + 1 }
    if (!target) return { ...place, ...looksOf([]), state: 'none', releases: [] }
    return { ...place, target, ...stepHealth(sights.filter(({ step }) => step === id)) }
  })

function stepHealth(sights: Sight[]): Omit<StepHealth, 'step' | 'place' | 'target'> {
  const byRelease = new Map<string, Sight[]>()
  for (const sight of sights) byRelease.set(sight.release, [...(byRelease.get(sight.release) ?? []), sight])
  const releases = [...byRelease]
    .map(([release, own]) => ({ release, own, lastAt: latest(own), ...judge(own) }))
    .sort((a, b) => b.lastAt - a.lastAt || a.release.localeCompare(b.release))
  // What no till runs any more needs no mending.
  const current = releases.filter(({ lastAt }) => lastAt > releases[0]!.lastAt - DAY_MS)
  const worst =
    current.find(({ state }) => state === 'missing') ?? current.find(({ state }) => state === 'attention')
  return {
    ...looksOf(sights),
    state: worst?.state ?? (sights.length ? 'ok' : 'unseen'),
    releases: releases.map(({ release, own, lastAt }) => ({
      release: release || null,
      lastAt,
      ...looksOf(own),
    })),
    ...(worst?.first && { trouble: troubleOf(worst.first) }),
  }
}

/** The state of one release, and the failure with which it began. */
function judge(sights: Sight[]): { state: TargetState; first?: Sight } {
  const failures = sights.filter(isMissing).sort((a, b) => a.firstAt - b.firstAt)
  const { found, missing } = looksOf(sights)
  if (!missing) return { state: 'ok' }
  if (!found) return { state: 'missing', first: failures[0] }
  const lastFoundAt = latest(sights.filter((sight) => !isMissing(sight)))
  const since = failures.filter(({ firstAt }) => firstAt > lastFoundAt)
  if (total(since) >= IN_A_ROW) return { state: 'missing', first: since[0] }
  const share = found + missing < ENOUGH ? 0 : missing / (found + missing)
  if (share < ATTENTION) return { state: 'ok' }
  return { state: share < MISSING ? 'attention' : 'missing', first: failures[0] }
}

const isMissing = ({ because }: Sight) => because !== ''
const total = (sights: Sight[]) => sights.reduce((sum, { n }) => sum + n, 0)
const latest = (sights: Sight[]) => Math.max(...sights.map(({ lastAt }) => lastAt))

function looksOf(sights: Sight[]): Looks {
  const found = sights.filter((sight) => !isMissing(sight)).sort((a, b) => a.confidence - b.confidence)
  const half = total(found) / 2
  let passed = 0
  const median = found.find(({ n }) => {
    passed += n
    return passed >= half
  })
  return {
    found: total(found),
    missing: total(sights.filter(isMissing)),
    confidence: median ? median.confidence / 100 : null,
  }
}

const troubleOf = ({ firstAt, release, path, because, confidence }: Sight): StepHealth['trouble'] => ({
  since: firstAt,
  release: release || null,
  path: path || null,
  because: because as MissingReason,
  confidence: confidence / 100,
})
