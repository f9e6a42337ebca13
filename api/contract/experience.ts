import { z } from 'zod'
import { Block } from './block'
import { Condition } from './condition'
import { Frequency } from './frequency'
import { MilestoneKey } from './milestone'
import { Snapshot } from './snapshot'
import { Target } from './target'
import { ShortText } from './text'
import { Match } from './traits'
import { Trigger } from './trigger'

// A new kind of experience is a new member of the union below, a folder in sdk/src/surfaces and one in
// console/src/editors. The id of a step or task is for life: progress is kept under it.

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'use small letters, digits and hyphens')
const EventName = z.string().min(1).max(80)

/** What moves a person on to the next step. `button`: her own word that she has read it. */
export const Advance = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('button') }),
  z.strictObject({ on: z.literal('click') }),
  z.strictObject({ on: z.literal('event'), event: EventName, where: Match.optional() }),
])
export type Advance = z.infer<typeof Advance>

/** What to do when a step's element has not come after `waitMs` milliseconds. */
export const Missing = z.strictObject({
  waitMs: z.number().int().min(0).max(600_000),
  otherwise: z.enum(['skip', 'center', 'pause', 'end']),
})
export type Missing = z.infer<typeof Missing>

/** Other words for the same step while a condition holds, e.g. when the note was rejected. First match wins. */
export const Variant = z.strictObject({
  when: Condition,
  title: ShortText,
  body: z.array(Block).max(6),
})
export type Variant = z.infer<typeof Variant>

export const Step = z.strictObject({
  id: Id,
  /** `card` points at its target; `welcome` invites; `success` celebrates. The latter two stand in the centre. */
  look: z.enum(['card', 'welcome', 'success']).default('card'),
  title: ShortText,
  body: z.array(Block).max(6),
  /** Without a target the step stands in the centre. */
  target: Target.optional(),
  placement: z.enum(['auto', 'left', 'right', 'top', 'bottom']).default('auto'),
  advance: Advance,
  missing: Missing.default({ waitMs: 10_000, otherwise: 'center' }),
  /** Where the step belongs: it waits, folded, on other pages. */
  path: z.string().startsWith('/').max(300).optional(),
  /** The step is passed over unless this holds when it is reached. */
  when: Condition.optional(),
  variants: z.array(Variant).max(6).optional(),
  /** Word on the main button; a standard word when absent. */
  buttonLabel: ShortText.optional(),
  /** The page around its target when it was pointed at; for its author's eyes, so it stays in the draft. */
  snapshot: Snapshot.optional(),
})
export type Step = z.infer<typeof Step>
/** A step as a till has it. */
export type ShownStep = Omit<Step, 'snapshot'>

/** What the one button of a checklist's task does. `navigate` goes through the host's router if it gave one. */
export const TaskAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('show'), experience: Id }),
  z.strictObject({ do: z.literal('navigate'), path: z.string().startsWith('/').max(300) }),
  /** A function the host granted by name in `init({ actions })`. */
  z.strictObject({ do: z.literal('call'), action: z.string().min(1).max(60) }),
])
export type TaskAction = z.infer<typeof TaskAction>

/** A task is done by what really happened, never by a tick of hers. */
export const TaskDone = z.union([
  z.strictObject({ milestone: MilestoneKey }),
  z.strictObject({
    event: EventName,
    where: Match.optional(),
    atLeast: z.number().int().positive().optional(),
  }),
])
export type TaskDone = z.infer<typeof TaskDone>

export const Task = z.strictObject({
  id: Id,
  title: ShortText,
  detail: ShortText.optional(),
  /** Share of the bar, relative to the other tasks. */
  weight: z.number().positive().max(1000).default(1),
  done: TaskDone,
  action: z.strictObject({ label: ShortText, run: TaskAction }).optional(),
  /** The milestone whose medal this task may bring, shown while it can still be won. */
  medal: MilestoneKey.optional(),
})
export type Task = z.infer<typeof Task>

const common = {
  /** What CS calls it in lists. */
  name: z.string().trim().min(1).max(120),
  audience: Condition,
  trigger: Trigger,
  frequency: Frequency,
  /** Higher goes first when several could be shown. */
  priority: z.number().int().min(0).max(100).default(50),
  /** Epoch milliseconds after which it is no longer shown. */
  expiresAt: z.number().int().positive().optional(),
}

const uniqueIds = (items: { id: string }[]) => new Set(items.map(({ id }) => id)).size === items.length

export const Tour = z.strictObject({
  kind: z.literal('tour'),
  ...common,
  /** A tour about the sale itself, started by the person, may stay open during one. */
  duringSale: z.boolean().default(false),
  steps: z.array(Step).min(1).max(40).refine(uniqueIds, 'two steps have the same id'),
})
export type Tour = z.infer<typeof Tour>

export const Checklist = z.strictObject({
  kind: z.literal('checklist'),
  ...common,
  title: ShortText,
  /** Whose progress it is: each person's own, or the shop's. */
  per: z.enum(['user', 'account']),
  /** Days from the account's first sign-in; absent: no deadline. */
  deadlineDays: z.number().int().positive().max(365).optional(),
  tasks: z.array(Task).min(1).max(30).refine(uniqueIds, 'two tasks have the same id'),
})
export type Checklist = z.infer<typeof Checklist>

/** What a Customer Success person writes; publishing freezes it as a version. */
export const Draft = z.discriminatedUnion('kind', [Tour, Checklist])
export type Draft = z.infer<typeof Draft>
/** As it may be sent: what has a default may be left out. */
export type DraftInput = z.input<typeof Draft>
export type Kind = Draft['kind']

/**
 * What a till downloads under its hash and keeps for ever: the part of a draft that is drawn.
 * Who may see it and when stays out of it, in the boot answer's candidates.
 */
export type Content =
  | (Pick<Tour, 'kind' | 'duringSale'> & { steps: ShownStep[]; id: string; version: number })
  | (Pick<Checklist, 'kind' | 'title' | 'per' | 'deadlineDays' | 'tasks'> & { id: string; version: number })
export type TourContent = Extract<Content, { kind: 'tour' }>
export type ChecklistContent = Extract<Content, { kind: 'checklist' }>
