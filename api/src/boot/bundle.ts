import type { Bundle, Candidate } from '#contract/bundle'
import type { BusySettings } from '#contract/busy'
import { inOrder } from '#contract/decide'
import { defaultTheme } from '#contract/default-theme'
import type { Facts } from '#contract/facts'
import { resolve } from '#contract/resolve'
import type { Theme } from '#contract/theme'
import type { Library } from '../content/library'
import { dueAt } from '../progress/milestone-rules'
import type { Questions } from './questions'

const DAY_MS = 24 * 60 * 60 * 1000

/** The answer without what is this very person's. */
export type Stable = Omit<Bundle, 'etag' | 'now' | 'grant' | 'accountSince'>

/** What the environment and the shop add. */
interface Given {
  rev: number
  theme: Theme | null
  busy: BusySettings | null
  /** Deadlines count from here. */
  signedInAt: number | null
}

/** What this person may be shown. Pure, and the same for the same facts, to the letter. */
export function makeBundle(
  { published, milestones: definitions }: Library,
  facts: Facts & Required<Pick<Facts, 'milestones' | 'history'>>,
  { rev, theme, busy, signedInAt }: Given,
): Stable {
  const candidates: Candidate[] = []
  const mentioned = new Set<string>()
  const asked = new Set<string>()
  for (const { candidate, audience, milestones, histories } of published) {
    if (candidate.expiresAt !== undefined && facts.now >= candidate.expiresAt) continue
    const left = resolve(audience, facts)
    if (left === false) continue
    candidates.push(left === true ? candidate : { ...candidate, audience: left })
    for (const key of milestones) mentioned.add(key)
    for (const id of [candidate.id, ...histories]) asked.add(id)
  }
  const keys = [...mentioned].sort()
  const due: Record<string, number> = {}
  for (const key of keys) {
    const definition = definitions.find((one) => one.key === key)
    const end =
      definition && facts.milestones[key] === undefined && dueAt(definition, facts.milestones, signedInAt)
    if (end) due[key] = end
  }
  return {
    rev,
    candidates: inOrder(candidates),
    history: pick(facts.history, [...asked].sort()),
    milestones: pick(facts.milestones, keys),
    ...(Object.keys(due).length && { dueAt: due }),
    // Ours for a host that brings none, so that a till waits for no part of the script that knows it.
    theme: theme ?? defaultTheme,
    ...(busy && { busy }),
  }
}

/** Until when `makeBundle` answers the same if nothing but the clock changes. */
export function goodUntil(
  { published }: Library,
  { windows }: Questions,
  { now, milestones }: Required<Pick<Facts, 'now' | 'milestones'>>,
): number {
  let until = Infinity
  const changes = (at: number) => {
    if (at > now) until = Math.min(until, at)
  }
  for (const { candidate } of published) if (candidate.expiresAt !== undefined) changes(candidate.expiresAt)
  for (const { milestone, days } of windows) {
    const at = milestones[milestone]
    // Its last moment still counts.
    if (at !== undefined) changes(Math.floor(at + days * DAY_MS) + 1)
  }
  return until
}

const pick = <T>(from: Readonly<Record<string, T>>, keys: string[]) =>
  Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]]))) as Record<
    string,
    T
  >
