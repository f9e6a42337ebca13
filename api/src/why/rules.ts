import type { Candidate } from '#contract/bundle'
import type { Condition } from '#contract/condition'
import { decide } from '#contract/decide'
import type { Facts, Page } from '#contract/facts'
import { resolve } from '#contract/resolve'
import type { Verdict } from '#contract/why'

/** What is asked: a candidate with its whole audience. */
export type Asked = Candidate & { audience: Condition }

/**
 * Would it be shown to the person of these facts, on a visit that begins now at a quiet till? Rules that only a page
 * can answer are left open and count as met: the answer tells which they are. Pure.
 */
export function judge(
  { audience, ...asked }: Asked,
  facts: Omit<Facts, 'page'>,
): Pick<Verdict, 'decision' | 'rules' | 'past'> {
  const rules = linesOf(audience).map((rule) => {
    const answer = resolve(rule, facts)
    return { rule, holds: typeof answer === 'boolean' ? answer : null }
  })
  const isOut = resolve(audience, facts) === false
  const decision = decide(isOut ? { ...asked, audience: NOBODY } : asked, {
    ...facts,
    page: visit(facts.now),
  })
  const past = facts.history?.[asked.id]
  return { decision, rules, ...(past && { past }) }
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
