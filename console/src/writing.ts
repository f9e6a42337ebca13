import { useEffect, useState } from 'preact/hooks'
import { ApiError } from './api/client'

/** What a saved thing says about who saved it last. */
export interface Standing {
  revision: number
  updatedAt: number
  updatedBy: string
}

export interface Writing<T, S> {
  input: T
  set: (change: (now: T) => T) => void
  /** As the server has it, or as it began. */
  stored: T
  changed: boolean
  /** The revision that the words are based on: a save names it. */
  revision: number
  /** What somebody else saved meanwhile; a decision is due. */
  theirs: S | undefined
  /** Words of an earlier visit are here again. */
  resumed: boolean
  /** After a save, or to take theirs: these words are the server's. */
  accept: (answer: S) => void
  /** Back to what is stored. */
  discard: () => void
  /** Puts the answer to a save on the base of theirs when it was refused for it; false for any other error. */
  refused: (error: unknown) => boolean
}

/**
 * What is written on a page that saves by a button. It is kept in this tab, so that a reload or a lost session takes
 * nothing, and it never overwrites what somebody else saved meanwhile. `key` names the thing; the page is drawn anew
 * for another.
 */
export function useWriting<T, S extends Standing>(
  key: string,
  saved: S | undefined,
  start: T,
  inputOf: (saved: S) => T,
): Writing<T, S> {
  const [kept] = useState(() => recall<T>(key))
  const [stored, setStored] = useState(() => (saved ? inputOf(saved) : start))
  const [input, setInput] = useState(kept?.input ?? stored)
  const [revision, setRevision] = useState(kept?.revision ?? saved?.revision ?? 0)
  const [theirs, setTheirs] = useState<S>()
  const changed = JSON.stringify(input) !== JSON.stringify(stored)

  const accept = (answer: S) => {
    const words = inputOf(answer)
    setStored(words)
    setInput(words)
    setRevision(answer.revision)
    setTheirs(undefined)
    remember(key, undefined)
  }

  // A page shows at once what it read last; what the server says behind it may be newer.
  useEffect(() => {
    if (!saved || saved.revision <= revision) return
    if (changed) setTheirs(saved)
    else accept(saved)
  }, [saved])

  useEffect(() => remember(key, changed ? { revision, input } : undefined), [key, revision, input, changed])

  return {
    input,
    set: setInput,
    stored,
    changed,
    revision,
    theirs,
    resumed: kept !== undefined,
    accept,
    discard: () => {
      setInput(stored)
      remember(key, undefined)
    },
    refused: (error) => {
      if (!(error instanceof ApiError) || error.code !== 'conflict' || !error.current) return false
      setTheirs(error.current as S)
      return true
    },
  }
}

interface Kept<T> {
  revision: number
  input: T
}

function remember<T>(key: string, kept: Kept<T> | undefined) {
  try {
    if (kept) sessionStorage.setItem(key, JSON.stringify(kept))
    else sessionStorage.removeItem(key)
  } catch {
    // Without storage it lives as long as the page.
  }
}

function recall<T>(key: string): Kept<T> | undefined {
  try {
    const kept = sessionStorage.getItem(key)
    return kept === null ? undefined : (JSON.parse(kept) as Kept<T>)
  } catch {
    return undefined
  }
}
