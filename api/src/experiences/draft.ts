import type { z } from 'zod'
import type { Issue } from '#contract/errors'
import { Draft, type DraftInput, type Kind } from '#contract/experience'
import { SOURCE_LOCALE } from '#contract/text'

/** How a draft as sent stands: finished, unfinished (saved, but not publishable), or not a draft at all. */
export type Reading =
  | { state: 'finished'; draft: Draft }
  | { state: 'unfinished'; issues: Issue[] }
  | { state: 'wrong'; issues: Issue[] }

/**
 * Reads a draft. What an author has not come to yet (an empty title, a target not pointed at, half an address) is
 * unfinished; what no editor of ours would send (an unknown field, a number for a text) is wrong.
 */
export function readDraft(raw: unknown): Reading {
  const parsed = Draft.safeParse(raw)
  if (parsed.success) return { state: 'finished', draft: parsed.data }
  const issues = oncePerText(parsed.error.issues.map((issue) => toIssue(issue, raw)))
  const hasKind = Draft.options.some(({ shape }) => shape.kind.safeParse(at(raw, ['kind'])).success)
  const isUnfinished = hasKind && parsed.error.issues.every((issue) => isOpen(issue, raw))
  return { state: isUnfinished ? 'unfinished' : 'wrong', issues }
}

/** An editor may leave a list of parts empty; a draft without one has no shape to open. */
const PARTS: ReadonlySet<string> = new Set(['steps', 'tasks'])

type ZodIssue = z.core.$ZodIssue

function isOpen(issue: ZodIssue, raw: unknown): boolean {
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
    case 'invalid_format':
    case 'custom':
      return true
    case 'invalid_type':
    case 'invalid_value':
      return at(raw, issue.path) === undefined && !PARTS.has(issue.path.join('.'))
    case 'invalid_union': {
      const value = at(raw, issue.path)
      if (value === undefined) return true
      // Unfinished if it would be one of the choices, once finished.
      return issue.errors.some((choice) => choice.length > 0 && choice.every((inner) => isOpen(inner, value)))
    }
    default:
      return false
  }
}

/** A text that lacks its source is missing once, however many of its translations are empty too. */
function oncePerText(issues: Issue[]): Issue[] {
  const bare = new Set(issues.filter(({ code }) => code === 'missing').map(({ path }) => path))
  const sourceOf = (path: string) => path.replace(/[^.]+$/, SOURCE_LOCALE)
  return issues.filter(
    ({ path, code }) => code !== 'missing' || sourceOf(path) === path || !bare.has(sourceOf(path)),
  )
}

/** In the caller's words, with a code the console has a sentence for in each language. */
function toIssue(issue: ZodIssue, raw: unknown): Issue {
  const path = issue.path.join('.')
  const value = at(raw, issue.path)
  const isEmpty = value === undefined || issue.code === 'too_small'
  if (isEmpty) return { path, code: 'missing', message: 'This is still missing.' }
  if (issue.code === 'too_big') return { path, code: 'too_long', message: issue.message }
  if (issue.code === 'invalid_union' && isOpen(issue, raw))
    return { path, code: 'missing', message: 'A part of this rule is still missing.' }
  if (issue.code === 'unrecognized_keys') return { path, code: 'unknown_field', message: issue.message }
  return { path, code: 'invalid', message: issue.message }
}

const at = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      value && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  )

/** A new experience as its editor opens: everybody, at once, with one first part to write over. */
export function freshDraft(kind: Kind, name: string): DraftInput {
  const common = { name, audience: { all: [] }, trigger: { on: 'load' as const } }
  if (kind === 'tour')
    return {
      kind,
      ...common,
      frequency: {},
      steps: [
        {
          id: 'passo-1',
          look: 'welcome',
          title: { 'pt-BR': 'Vamos começar?', en: 'Shall we start?' },
          body: [],
          advance: { on: 'button' },
        },
      ],
    }
  return {
    kind,
    ...common,
    frequency: { untilCompleted: true },
    title: { 'pt-BR': 'Primeiros passos', en: 'First steps' },
    per: 'account',
    // What proves a task done is the author's first decision, so it is left open.
    tasks: [{ id: 'tarefa-1', title: { 'pt-BR': 'Primeira tarefa', en: 'First task' }, done: { event: '' } }],
  }
}

/** An id a developer can read in `trilha.show('primeira-venda')`; `taken` gets a number behind it. */
export function idFor(name: string, taken: ReadonlySet<string>): string {
  const slug =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50)
      .replace(/-+$/, '') || 'conteudo'
  for (let n = 1; ; n++) {
    const id = n === 1 ? slug : `${slug}-${n}`
    if (!taken.has(id)) return id
  }
}
