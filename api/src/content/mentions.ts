import type { Condition } from '#contract/condition'
import type { Content } from '#contract/experience'
import { leaves } from '#contract/resolve'

/** Milestones and other experiences that a content asks or speaks about (`{{desde.<milestone>}}`) while it is shown. */
export function mentionsOf(content: Content): { milestones: string[]; histories: string[] } {
  const milestones = new Set<string>()
  const histories = new Set<string>()
  const look = (condition: Condition | undefined) => {
    if (!condition) return
    for (const rule of leaves(condition)) {
      if ('milestone' in rule) milestones.add(rule.milestone)
      if ('history' in rule) histories.add(rule.history)
    }
  }
  if (content.kind === 'tour')
    for (const { when, variants } of content.steps) {
      look(when)
      for (const variant of variants ?? []) look(variant.when)
    }
  else
    for (const { done, medal } of content.tasks) {
      if ('milestone' in done) milestones.add(done.milestone)
      if (medal) milestones.add(medal)
    }
  for (const [, key] of JSON.stringify(content).matchAll(/\{\{\s*desde\.([a-z0-9_]+)/g)) milestones.add(key!)
  return { milestones: [...milestones].sort(), histories: [...histories].sort() }
}
