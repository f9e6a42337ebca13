import { coversScreen } from '#contract/advice'
import { CONDITION_LIMITS } from '#contract/condition'
import type { Issue } from '#contract/errors'
import type { Draft } from '#contract/experience'
import { leaves } from '#contract/resolve'
import { isAboutServer, isBounded } from '../segments/shape'
import { canonical } from './canonical'
import { freeze } from './freeze'
import { conditionsOf, type Reference, referencesOf } from './references'

/** A till keeps contents in its own storage and reads them on slow lines. */
export const CONTENT_MAX_BYTES = 64 * 1024

/** Ids of segments and experiences and keys of milestones that exist. */
export interface Known {
  segment: ReadonlySet<string>
  milestone: ReadonlySet<string>
  experience: ReadonlySet<string>
}

/** What a well-formed draft still lacks before it may reach a till; advice last. */
export function publishIssues(draft: Draft, known: Known): Issue[] {
  return [
    ...referencesOf(draft)
      .filter(({ to, id }) => !known[to].has(id))
      .map(unknown),
    ...conditionIssues(draft),
    ...sizeIssues(draft),
    ...covering(draft),
    ...untranslated(draft, ''),
  ]
}

const unknown = ({ to, id, path }: Reference): Issue => ({
  path,
  code: `unknown_${to}`,
  message: `There is no ${to} "${id}" any more. Choose another.`,
})

function conditionIssues(draft: Draft): Issue[] {
  return conditionsOf(draft).flatMap(({ condition, path, byServer }): Issue[] => {
    const { depth, leaves: most } = CONDITION_LIMITS
    const issues: Issue[] = []
    if (!isBounded(condition))
      issues.push({
        path,
        code: 'too_complex',
        message: `Use at most ${most} rules, at most ${depth} levels deep. A segment can hold some of them.`,
      })
    if (!byServer && leaves(condition).some(isAboutServer))
      issues.push({
        path,
        code: 'server_only',
        message:
          'Segments and event counts cannot be asked in the middle of a tour. Put them in the audience.',
      })
    return issues
  })
}

function sizeIssues(draft: Draft): Issue[] {
  const bytes = Buffer.byteLength(canonical(freeze(draft, '', 0).content))
  if (bytes <= CONTENT_MAX_BYTES) return []
  return [
    {
      path: '',
      code: 'too_large',
      message: 'This is too much for a till. Shorten texts or use fewer steps.',
    },
  ]
}

function covering(draft: Draft): Issue[] {
  if (draft.kind !== 'tour') return []
  return draft.steps.flatMap((step, i) =>
    coversScreen(step)
      ? {
          path: `steps.${i}.advance`,
          code: 'covers_screen',
          message:
            'This card stands in the centre and hides the screen where it waits for something to happen.',
        }
      : [],
  )
}

/** A text is anything with a Portuguese side; who reads English would see Portuguese there. */
function untranslated(value: unknown, path: string): Issue[] {
  if (!value || typeof value !== 'object') return []
  if ('pt-BR' in value)
    return 'en' in value
      ? []
      : [{ path, code: 'translation_missing', message: 'This text has no English side yet.' }]
  return Object.entries(value).flatMap(([key, part]) => untranslated(part, path ? `${path}.${key}` : key))
}
