import { useEffect } from 'preact/hooks'
import { texts } from '../locales'
import type { Standing, Writing } from '../writing'
import { Conflict } from './conflict'
import { toast } from './toast'

interface WritingNoticeProps<T, S> {
  writing: Writing<T, S>
  /** Who changed what, and when. */
  words: (who: string, when: string) => string
  /** Saves what is written, over this revision. */
  save: (revision: number) => void
}

/** What a page that saves by a button has to tell: words of an earlier visit are here again, somebody saved first. */
export function WritingNotice<T, S extends Standing>({ writing, words, save }: WritingNoticeProps<T, S>) {
  const { theirs, resumed, discard, accept } = writing
  const { common } = texts()
  useEffect(() => {
    if (resumed) toast(common.resumed, { icon: 'history', undo: discard })
  }, [])
  if (!theirs) return null
  return (
    <Conflict
      theirs={theirs}
      words={words}
      onTheirs={() => accept(theirs)}
      onMine={() => save(theirs.revision)}
    />
  )
}
