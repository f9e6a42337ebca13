import type { Candidate } from '#contract/bundle'
import type { Decision } from '#contract/decide'
import type { Facts } from '#contract/facts'
import type { Guard } from '../core/guard'
import type { Options } from '../core/options'
import type { Identity, Kept, People } from '../core/people'
import type { Signal } from '../core/signal'
import type { Store } from '../core/store'
import type { Visit } from '../core/visit'

/** Who asked: the content's own trigger, the person (or host), or the page before the reload. */
export type Asked = 'trigger' | 'person' | 'resume'

/** What the core lends to the stage. */
export interface House {
  /** Where this environment's API answers: `https://…/v1/<key>`. */
  base: string
  options: Options
  visit: Visit
  /** See `SurfaceContext.onChanged`. */
  changed: Signal<void>
  facts(): Facts
  locale(): string
  me(): Kept
  identity(): Identity | undefined
  candidates(): Candidate[]
  /** May it appear now? Asked again when everything is loaded. */
  verdict(candidate: Candidate, asked: Asked): Decision
  /** Changes what is known of the person, here at once and on disk behind it. */
  keep(edit: (kept: Kept) => Kept): void
  /** Puts an event into the outbox, and lets triggers and listeners hear it. `at` by the best clock. */
  record(name: string, properties: Record<string, unknown>, at: number): void
  /** What another tab has learnt of this person since. */
  reread(): Promise<void>
  /** The API publishes something newer than the bundle. */
  outdated(): void
  show(id: string): boolean
  /** The screen has room again. */
  consider(): void
  /** What this device keeps; undefined while nothing may be kept. */
  onDevice<T>(work: (device: { store: Store; people: People }) => Promise<T>): Promise<T | undefined>
  tell: Guard['tell']
  safe<A extends unknown[], R>(fn: (...args: A) => R): (...args: A) => R | undefined
}
