import { useEffect } from 'preact/hooks'
import type { Experience } from '#contract/library'
import type { Texts } from './locales'
import { timeOf } from './time'

const TOLD_MS = 8000

interface ToastProps {
  t: Texts
  words: string
  onUndo?: () => void
  onGone: () => void
}

/** What just happened, and the way back from it. */
export function Toast({ t, words, onUndo, onGone }: ToastProps) {
  useEffect(() => {
    const timer = setTimeout(onGone, TOLD_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div class="toast dark" role="status">
      <span>{words}</span>
      {onUndo && (
        <button
          type="button"
          class="line"
          onClick={() => {
            onUndo()
            onGone()
          }}
        >
          {t.undo}
        </button>
      )}
    </div>
  )
}

interface ConflictProps {
  t: Texts
  side: 'top' | 'bottom'
  current: Experience
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Two people wrote the same words: she chooses, and undo brings the other ones back. */
export function ConflictCard({ t, side, current, onKeepMine, onTakeTheirs }: ConflictProps) {
  return (
    <div class="conflict dark" role="alert" data-side={side}>
      <p>{t.conflict(current.updatedBy, timeOf(current.updatedAt))}</p>
      <button type="button" class="line" onClick={onTakeTheirs}>
        {t.takeTheirs}
      </button>
      <button type="button" class="main" onClick={onKeepMine}>
        {t.keepMine}
      </button>
    </div>
  )
}

interface ExpiredProps {
  t: Texts
  side: 'top' | 'bottom'
  onReenter: () => void
}

/** The token rests after two hours: what she writes stays here, and one click brings her back in. */
export function ExpiredCard({ t, side, onReenter }: ExpiredProps) {
  return (
    <div class="conflict dark" role="alert" data-side={side}>
      <p>{t.refusedSession}</p>
      <button type="button" class="main" onClick={onReenter}>
        {t.reconnect}
      </button>
    </div>
  )
}
