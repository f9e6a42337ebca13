import type { Experience } from '#contract/library'
import { ApiError, type FailureCode } from '../api/client'
import type { ContentDraft } from './draft'

const PAUSE_MS = 800 // after the last letter
const RETRY_MS = 5000

/** Where the author's words are. Only `saved` means that the server has all of them. */
export type SaveState =
  | { is: 'saved'; at: number }
  | { is: 'changed' }
  | { is: 'saving' }
  | { is: 'offline' }
  | { is: 'refused'; code: FailureCode }
  /** Somebody else saved first; nothing is sent until the author has chosen. */
  | { is: 'conflict'; current: Experience }

interface AutosaveOptions {
  revision: number
  savedAt: number
  save: (revision: number, draft: ContentDraft, leaving: boolean) => Promise<Experience>
  /** The state of the server's copy, to show in a conflict. */
  find: () => Promise<Experience>
  onState: (state: SaveState) => void
  onSaved: (experience: Experience) => void
}

export interface Autosave {
  changed: (draft: ContentDraft) => void
  /** Sends what is waiting; resolves with whether the server has everything. */
  flush: () => Promise<boolean>
  /** The page closes: sends what is waiting without an answer being seen. */
  leave: () => void
  /** After a conflict: the author's draft goes on top of the other one. */
  keepMine: () => Promise<boolean>
  /** After a conflict or a revert: go on from the server's copy. */
  adopt: (experience: Experience) => void
  stop: () => void
}

/**
 * Saves a draft by itself: when the author pauses, one request at a time, always the newest words.
 * A failure keeps the words and says so; without connection it tries again until it works.
 */
export function startAutosave(options: AutosaveOptions): Autosave {
  let { revision } = options
  let waiting: ContentDraft | undefined
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
      enter({ is: 'saving' })
      try {
        const experience = await options.save(revision, draft, false)
        revision = experience.revision
        if (!isStopped) options.onSaved(experience)
        if (!waiting) enter({ is: 'saved', at: experience.updatedAt })
      } catch (error) {
        waiting ??= draft
        await failed(error instanceof ApiError ? error.code : 'internal')
        return
      }
    }
  }

  async function failed(code: FailureCode) {
    if (code === 'offline') {
      enter({ is: 'offline' })
      if (!isStopped) later(RETRY_MS)
    } else if (code === 'conflict') {
      try {
        enter({ is: 'conflict', current: await options.find() })
      } catch {
        enter({ is: 'offline' })
        if (!isStopped) later(RETRY_MS)
      }
    } else enter({ is: 'refused', code })
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
    async keepMine() {
      if (state.is !== 'conflict') return false
      revision = state.current.revision
      enter({ is: 'changed' })
      await run()
      return (state as SaveState).is === 'saved'
    },
    adopt(experience) {
      clearTimeout(timer)
      waiting = undefined
      revision = experience.revision
      enter({ is: 'saved', at: experience.updatedAt })
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
