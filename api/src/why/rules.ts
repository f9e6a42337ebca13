import type { Candidate } from '#contract/bundle'
import type { Condition } from '#contract/condition'
import { decide } from '#contract/decide'
import type { Facts, Page } from '#contract/facts'
import { resolve } from '#contract/resolve'
import type { StepVerdict, Verdict } from '#contract/why'

/** What is asked: a candidate with its whole audience. */
export type Asked = Candidate & { audience: Condition }

/** The conditions of a tour's step, without its words. */
export interface AskedStep {
  id: string
  when?: Condition
  variants?: Array<{ when: Condition }>
}

/**
 * Would it be shown to the person of these facts, on a visit that begins now at a quiet till? Rules that only a page
 * can answer are left open and count as met: the answer tells which they are. Pure.
 */
export function judge(
  { audience, ...asked }: Asked,
  facts: Omit<Facts, 'page'>,
): Pick<Verdict, 'decision' | 'rules' | 'past'> {
  const rules = linesOf(audience).map((rule) => ({ rule, holds: holds(rule, facts) }))
  const isOut = resolve(audience, facts) === false
  const decision = decide(isOut ? { ...asked, audience: NOBODY } : asked, {
    ...facts,
    page: visit(facts.now),
  })
  const past = facts.history?.[asked.id]
  return { decision, rules, ...(past && { past }) }
}

/** Which of a tour's steps the person of these facts would meet, and in which words. Pure. */
export const judgeSteps = (steps: AskedStep[], facts: Omit<Facts, 'page'>): StepVerdict[] =>
  steps.map(({ id, when, variants = [] }) => ({
    id,
    shows: when ? holds(when, facts) : true,
    variants: variants.map(({ when }) => holds(when, facts)),
  }))

/** `null`: only the page can tell. */
function holds(rule: Condition, facts: Omit<Facts, 'page'>): boolean | null {
  const answer = resolve(rule, facts)
  return typeof answer === 'boolean' ? answer : null
}

const NOBODY: Condition = { any: [] }

const linesOf = (audience: Condition) => ('all' in audience ? audience.all : [audience])

/** A visit that begins now. No rule asks it: those about pages were left open. */
const visit = (now: number): Page => ({
  path: '/',
  visitStartedAt: now + 1,
  online: true,
  device: 'desktop',
  utcOffsetMinutes: 0,
  busy: false,
  happened: [],
  has: () => false,
})
