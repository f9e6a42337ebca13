import type { Bundle } from '#contract/bundle'
import type { OwnEvent, OwnProperties } from '#contract/event'
import type { Content, Kind } from '#contract/experience'
import type { Facts } from '#contract/facts'
import type { Past } from '#contract/progress'
import type { Hints } from '#contract/sight'
import type { Target } from '#contract/target'
import type { Theme } from '#contract/theme'

/** Undoes what the call that gave it began; calling it again does nothing. */
export type Stop = () => void

/** A target's element on the page, or null while it is not there. */
export type Located = { element: Element; confidence: number } | null

/**
 * All a surface may know and do. The core implements it for the till; the console's preview and the tests give
 * their own, so that authors see the very pixels that cashiers see.
 */
export interface SurfaceContext {
  /** Everything known now, the page included. A fresh object for each call. */
  facts(): Facts
  /** What became of this experience for this person so far. */
  past(): Past
  /** What the API said of this person and shop. */
  bundle(): Readonly<Partial<Pick<Bundle, 'milestones' | 'dueAt' | 'accountSince'>>>
  locale(): string
  theme(): Theme
  /** Facts for `fill`: `pessoa.nome`, `loja.nome`, `desde.<milestone>`. */
  lookup(name: string): string | undefined
  /** Something of the above changed: an event was heard, the route, language, person's progress or busy state. */
  onChanged(listener: () => void): Stop
  /** Follows a target's element, late, re-rendered or gone: calls with each change, at once if it is there. */
  watch(target: Target, listener: (located: Located) => void): Stop
  /** Writes one of our events to history and outbox; experience, version and run are added. */
  record(name: OwnEvent, properties?: Partial<OwnProperties>): void
  show(experience: string): void
  /** What no first card needs: not to be asked before the upkeep is here. */
  ways(): Ways
  /** The surface took itself off the screen; the core lets the next one in. */
  closed(): void
  /** Whether the host allows an image from this address (`init({ mediaHosts })`). */
  mayLoad(url: string): boolean
  /** A nonce for style elements where the host's policy wants one. */
  nonce?: string
}

/** The page as more than something to point at. */
export interface Ways {
  /** Why a target has not come; undefined when it is there after all. Never rejects. */
  missed(target: Target): Promise<Hints | undefined>
  navigate(path: string): void
  call(action: string): void
  /** The host's reserved place for a launcher (`data-trilha-slot`), or null. */
  slot(name: 'guide'): Element | null
}

/** A surface on the screen. */
export interface Running {
  /** Takes everything it drew and listens to off the page, without recording anything. */
  stop: Stop
  /** Folds to a pill while busy, and comes back where it was. Idempotent. */
  setBusy(busy: boolean): void
}

/** Draws one kind of experience. `startedByPerson`: she asked for it, so it may take the focus. */
export type Surface<C extends Content = Content> = (
  content: C,
  context: SurfaceContext,
  options: { startedByPerson: boolean },
) => Running

/** A chunk of sdk/src/surfaces/<kind>/index.ts: loaded on first use. */
export type SurfaceModule<K extends Kind = Kind> = {
  show: Surface<Extract<Content, { kind: K }>>
  /**
   * Whether this version of the script knows every part of a content: one block or attribute more, and it would show
   * something else than its author saw.
   */
  isReadable(content: unknown): boolean
  /** Fetches what this content needs beyond the usual; `show` waits for it. Rejects when it is not to be had. */
  prepare(content: Extract<Content, { kind: K }>, locale: string): Promise<unknown>
}
