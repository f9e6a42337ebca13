import type { ErrorCode } from '#contract/errors'
import type { Experience } from '#contract/library'
import type { ContentDraft } from './draft'
import { merge } from './merge'

const PAUSE_MS = 800 // after the last letter
const RETRY_MS = 5000

/** Why a save failed: a code of the API, or `offline` (no answer) or `unreadable` (not an answer of ours). */
export interface Refusal {
  code: ErrorCode | 'offline' | 'unreadable'
  /** With `conflict`: what stands on the server now. */
  current?: unknown
}

/** Where the author's words are. Only `saved` means that the server has all of them. */
export type SaveState =
  | { is: 'saved'; at: number }
  | { is: 'changed' }
  | { is: 'saving' }
  | { is: 'offline' }
  | { is: 'refused'; code: Refusal['code'] }
  /** Somebody else wrote on the same words first; nothing is sent until the author has chosen. */
  | { is: 'conflict'; current: Experience }

interface AutosaveOptions {
  revision: number
  savedAt: number
  /** The draft of that revision: what both sides of a conflict are held against. */
  base: ContentDraft
  /** Rejects with a `Refusal`. */
  save: (revision: number, draft: ContentDraft, leaving: boolean) => Promise<Experience>
  onState: (state: SaveState) => void
  onSaved: (experience: Experience) => void
  /** Somebody else changed other words meanwhile: the author goes on with both together. */
  onJoined: (draft: ContentDraft, by: Experience) => void
}

export interface Autosave {
  changed: (draft: ContentDraft) => void
  /** Sends what is waiting; resolves with whether the server has everything. */
  flush: () => Promise<boolean>
  /** The page closes: sends what is waiting without an answer being seen. */
  leave: () => void
  /** After a conflict: both together, the author's words where they clash. Answers with them. */
  keepMine: () => ContentDraft | undefined
  /** After a conflict: both together, the other's words where they clash. */
  takeTheirs: () => ContentDraft | undefined
  /** After a revert: go on from the server's copy. */
  adopt: (experience: Experience) => void
  /** What the server does not have yet, and what it is based on: to be kept where it outlives the page. */
  waiting: () => { revision: number; base: ContentDraft; draft: ContentDraft | undefined }
  stop: () => void
}

/**
 * Saves a draft by itself: when the author pauses, one request at a time, always the newest words.
 * A failure keeps the words and says so; without connection it tries again until it works.
 */
export function startAutosave(options: AutosaveOptions): Autosave {
  let { revision, base } = options
  let waiting: ContentDraft | undefined
  let sending: ContentDraft | undefined
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: SaveState = { is: 'saved', at: options.savedAt }
  let isStopped = false

  const enter = (next: SaveState) => {
    state = next
    if (!isStopped) options.onState(next)
  }
  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), ms)
  }

  function run(): Promise<void> {
    clearTimeout(timer)
    running ??= send().finally(() => {
      running = undefined
    })
    return running
  }

  async function send() {
    while (waiting && state.is !== 'conflict') {
      const draft = waiting
      waiting = undefined
      sending = draft
      enter({ is: 'saving' })
      try {
        const experience = await options.save(revision, draft, false)
        revision = experience.revision
        base = draft
        sending = undefined
        if (!isStopped) options.onSaved(experience)
        if (!waiting) enter({ is: 'saved', at: experience.updatedAt })
      } catch (error) {
        waiting ??= draft
        sending = undefined
        if (!failed(error as Partial<Refusal>)) return
      }
    }
  }

  /** Says what happened; true when it is worth trying again at once. */
  function failed({ code = 'internal', current }: Partial<Refusal>): boolean {
    if (code === 'offline') {
      enter({ is: 'offline' })
      if (!isStopped) later(RETRY_MS)
    } else if (code === 'conflict' && current) {
      const theirs = current as Experience
      const { draft, clashes, isTheirs } = merge(base, waiting!, theirs.draft, 'mine')
      if (clashes.length) enter({ is: 'conflict', current: theirs })
      else if (isTheirs) {
        // It had arrived already: the answer was lost, or the page went away before it came.
        adopt(theirs)
        if (!isStopped) options.onSaved(theirs)
      } else {
        goOn(theirs, draft)
        if (!isStopped) options.onJoined(draft, theirs)
        return true
      }
    } else enter({ is: 'refused', code })
    return false
  }

  function goOn(from: Experience, draft: ContentDraft) {
    revision = from.revision
    base = from.draft
    waiting = draft
  }

  function adopt(experience: Experience) {
    clearTimeout(timer)
    waiting = undefined
    revision = experience.revision
    base = experience.draft
    enter({ is: 'saved', at: experience.updatedAt })
  }

  function settle(prefer: 'mine' | 'theirs') {
    if (state.is !== 'conflict') return
    const { draft } = merge(base, waiting!, state.current.draft, prefer)
    goOn(state.current, draft)
    enter({ is: 'changed' })
    void run()
    return draft
  }

  return {
    changed(draft) {
      waiting = draft
      if (state.is === 'conflict') return
      if (state.is !== 'offline' && state.is !== 'saving') enter({ is: 'changed' })
      later(PAUSE_MS)
    },
    async flush() {
      await run()
      return state.is === 'saved' && !waiting
    },
    leave() {
      if (waiting && state.is !== 'conflict') options.save(revision, waiting, true).catch(() => {})
    },
    keepMine: () => settle('mine'),
    takeTheirs: () => settle('theirs'),
    adopt,
    waiting: () => ({ revision, base, draft: waiting ?? sending }),
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
