import type { Change, Trial } from './trials'

/** In the console's words: muito seguro, seguro, fraco, não encontrado. */
export type Level = 'very_sure' | 'sure' | 'weak' | 'none'
export type Meter = 0 | 1 | 2 | 3 | 4

/** What speaks against a target, gravest first. */
export type Doubt =
  | 'missing'
  | 'wrong'
  | 'recycles'
  | 'twins'
  | 'item'
  | 'numbers'
  | 'moved'
  | 'translated'
  | 'unmarked'

/** What is known of a target once the search was really run. */
export interface Findings {
  /** Found on the page as it is. */
  isFound: boolean
  /** How sure the search itself was, 0 to 1. */
  confidence: number
  trials: readonly Trial[]
  /** Others look the same, and nothing in its row tells it from them. */
  isOneOfMany: boolean
  /** Its list hands elements on to other rows. */
  isRecycled: boolean
  /** One article of many: its mark is a number that another shop does not have. */
  isOneItem: boolean
  /** The host's developers gave it a name of its own, or an expert a selector. */
  isNamed: boolean
}

const SURE = 0.9

/** How surely a target is found again: the worst of what was seen decides. Pure. */
export function grade(findings: Findings): { level: Level; meter: Meter; doubts: Doubt[] } {
  const { isFound, trials, isOneOfMany, isRecycled } = findings
  const lost = (...changes: Change[]) =>
    trials.some(({ change, outcome }) => changes.includes(change) && outcome !== 'found')
  const isWrong = trials.some(({ outcome }) => outcome === 'wrong')
  const doubts: Array<[Doubt, boolean]> = [
    ['missing', !isFound],
    ['wrong', isWrong],
    ['recycles', isRecycled],
    ['twins', isOneOfMany],
    ['item', findings.isOneItem],
    ['numbers', lost('numbers')],
    ['moved', lost('moved', 'wrapped')],
    ['translated', lost('translated')],
    ['unmarked', !findings.isNamed],
  ]
  const singly = trials.filter(({ change, outcome }) => change !== 'together' && outcome !== 'found').length
  const isWhole = !singly && !lost('together') && findings.confidence >= SURE
  const meter = !isFound
    ? 0
    : isWrong || isRecycled || isOneOfMany
      ? 1
      : singly > 1 || findings.isOneItem
        ? 2
        : isWhole
          ? 4
          : 3
  return {
    level: meter === 4 ? 'very_sure' : meter === 3 ? 'sure' : meter ? 'weak' : 'none',
    meter,
    doubts: doubts.filter(([, holds]) => holds).map(([doubt]) => doubt),
  }
}
