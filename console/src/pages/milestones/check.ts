import { MILESTONE_LIMITS as MOST } from '#contract/limits'
import type { Milestone, MilestoneInput } from '#contract/milestone'
import { number } from '../../format'
import { texts } from '../../locales'
import { isKey, nameOf } from './wording'

export type Wrong = Partial<
  Record<'name' | 'key' | 'needs' | 'deadlineDays' | 'weight' | 'hours' | 'flag', string>
>

/** What keeps a milestone from being saved, by field, in words. */
export function check(input: MilestoneInput, others: Milestone[]): Wrong {
  const { milestones: t } = texts()
  const wrong: Wrong = {}
  if (!input.name['pt-BR'].trim()) wrong.name = t.nameMissing
  if (!isKey(input.key)) wrong.key = t.keyWrong
  else if (others.some(({ key }) => key === input.key)) wrong.key = t.keyTaken
  if (!input.needs.length || input.needs.some(({ event }) => !event)) wrong.needs = t.noNeed
  const { deadlineDays, weight, within } = input
  if (deadlineDays !== undefined && (deadlineDays < 1 || deadlineDays > MOST.deadlineDays))
    wrong.deadlineDays = t.outOfRange(number(1), number(MOST.deadlineDays))
  if (weight <= 0 || weight > MOST.weight) wrong.weight = t.outOfRange(number(1), number(MOST.weight))
  if (within && (within.hours <= 0 || within.hours > MOST.hours))
    wrong.hours = t.outOfRange(number(1), number(MOST.hours))
  const value = others.find(({ flag }) => flag === 'firstValue')
  if (input.flag === 'firstValue' && value) wrong.flag = t.flagTaken(nameOf(value))
  return wrong
}
