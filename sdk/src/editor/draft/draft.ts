import type { Checklist, Step, Task, Tour } from '#contract/experience'

// Operations on a draft. Pure: each answers with a new draft and leaves the old one to undo.

type Loose<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>

/** As authors write them: what the contract gives a default may be left out. */
export type StepDraft = Loose<Step, 'look' | 'placement' | 'missing'>
export type TaskDraft = Loose<Task, 'weight'>
export type TourDraft = Loose<Omit<Tour, 'steps'>, 'priority' | 'duringSale'> & { steps: StepDraft[] }
export type ChecklistDraft = Loose<Omit<Checklist, 'tasks'>, 'priority'> & { tasks: TaskDraft[] }
export type ContentDraft = TourDraft | ChecklistDraft

/** Steps of a tour, tasks of a checklist. */
export type Part = StepDraft | TaskDraft

export const partsOf = (draft: ContentDraft): Part[] => (draft.kind === 'tour' ? draft.steps : draft.tasks)

/** `steps` or `tasks`: the first word of a part's path in issues. */
export const partsKey = (draft: ContentDraft) => (draft.kind === 'tour' ? 'steps' : 'tasks')

function withParts(draft: ContentDraft, parts: Part[]): ContentDraft {
  return draft.kind === 'tour'
    ? { ...draft, steps: parts as StepDraft[] }
    : { ...draft, tasks: parts as TaskDraft[] }
}

export function replacePart(draft: ContentDraft, id: string, part: Part): ContentDraft {
  return withParts(
    draft,
    partsOf(draft).map((other) => (other.id === id ? part : other)),
  )
}

export function removePart(draft: ContentDraft, id: string): ContentDraft {
  return withParts(
    draft,
    partsOf(draft).filter((part) => part.id !== id),
  )
}

/** Moves a part to the place `to`, counted in the list without it. Beyond the ends means the end. */
export function movePart(draft: ContentDraft, id: string, to: number): ContentDraft {
  const parts = partsOf(draft)
  const moving = parts.find((part) => part.id === id)
  if (!moving) return draft
  const rest = parts.filter((part) => part !== moving)
  const place = Math.max(0, Math.min(rest.length, to))
  return withParts(draft, [...rest.slice(0, place), moving, ...rest.slice(place)])
}

/** Puts a new part after another, or last. */
export function insertPart(draft: ContentDraft, part: Part, after?: string): ContentDraft {
  const parts = partsOf(draft)
  const at = parts.findIndex(({ id }) => id === after)
  const place = at < 0 ? parts.length : at + 1
  return withParts(draft, [...parts.slice(0, place), part, ...parts.slice(place)])
}

/** Puts a part at a place, for taking a deletion back; once is enough. */
export function placePart(draft: ContentDraft, part: Part, at: number): ContentDraft {
  const parts = partsOf(draft).filter(({ id }) => id !== part.id)
  return withParts(draft, [...parts.slice(0, at), part, ...parts.slice(at)])
}

/** A copy right after its original, under an id of its own: progress is kept by id. */
export function duplicatePart(draft: ContentDraft, id: string): { draft: ContentDraft; id: string } {
  const original = partsOf(draft).find((part) => part.id === id)
  const made = freshId(draft, id.replace(/-\d+$/, ''))
  if (!original) return { draft, id }
  return { draft: insertPart(draft, { ...structuredClone(original), id: made }, id), id: made }
}

/** The first of `passo-1`, `passo-2` … that no part has. */
export function freshId(draft: ContentDraft, stem = draft.kind === 'tour' ? 'passo' : 'tarefa'): string {
  const taken = new Set(partsOf(draft).map(({ id }) => id))
  for (let n = taken.size + 1; ; n++) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`
}

/** A new part with nothing written yet: saved as it is, published only when its texts are there. */
export function blankPart(draft: ContentDraft): Part {
  const id = freshId(draft)
  const title = { 'pt-BR': '' }
  return draft.kind === 'tour'
    ? { id, title, body: [{ kind: 'text', runs: { 'pt-BR': [{ text: '' }] } }], advance: { on: 'button' } }
    : { id, title, weight: 10, done: { event: '' } }
}

/** What the till's surface draws: the draft with what may be left out filled in as the contract does. */
export function drawable(draft: ContentDraft): { kind: 'tour'; steps: Step[]; duringSale: boolean } | Drawn {
  if (draft.kind === 'tour')
    return {
      kind: 'tour',
      duringSale: draft.duringSale ?? false,
      steps: draft.steps.map((step) => ({
        look: 'card',
        placement: 'auto',
        missing: { waitMs: 10_000, otherwise: 'center' },
        ...step,
        buttonLabel: step.buttonLabel && hasWords(step.buttonLabel) ? step.buttonLabel : undefined,
      })) as Tour['steps'],
    }
  return {
    kind: 'checklist',
    title: draft.title,
    per: draft.per,
    deadlineDays: draft.deadlineDays,
    tasks: draft.tasks.map((task) => ({ weight: 1, ...task })) as Task[],
  }
}
type Drawn = Pick<Checklist, 'kind' | 'title' | 'per' | 'deadlineDays' | 'tasks'>

const hasWords = (text: { [locale: string]: string | undefined }) =>
  Object.values(text).some((words) => words?.trim())

/** A text with one language changed; an emptied translation is taken out, the source language stays. */
export function say<T>(
  text: { 'pt-BR': T } & { [locale: string]: T | undefined },
  locale: string,
  words: T,
  isEmpty: boolean,
) {
  if (isEmpty && locale !== 'pt-BR') {
    const { [locale]: _, ...rest } = text
    return rest as typeof text
  }
  return { ...text, [locale]: words }
}

/** Every selector that steps point at, for suggestions. */
export function selectorsOf(draft: ContentDraft): Array<{ selector: string; label: string }> {
  if (draft.kind !== 'tour') return []
  return draft.steps.flatMap(({ target }) =>
    target?.selector ? [{ selector: target.selector, label: target.label }] : [],
  )
}
