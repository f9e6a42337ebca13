import { useEffect } from 'preact/hooks'
import type { Experience } from '#contract/library'
import type { Texts } from './locales'
import { timeOf } from './time'

const TOLD_MS = 8000

interface ToastProps {
  t: Texts
  /** Of the rail. */
  side: 'top' | 'bottom'
  words: string
  onUndo?: () => void
  onGone: () => void
}

/** What just happened, and the way back from it. */
export function Toast({ t, side, words, onUndo, onGone }: ToastProps) {
  useEffect(() => {
    const timer = setTimeout(onGone, TOLD_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div class="toast dark" role="status" data-side={side}>
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

/** A question stands at the end that the card is not at, and clear of the rail. */
interface Place {
  side: 'top' | 'bottom'
  end: 'top' | 'bottom'
}

interface ConflictProps extends Place {
  t: Texts
  current: Experience
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Two people wrote the same words: she chooses, and undo brings the other ones back. */
export function ConflictCard({ t, side, end, current, onKeepMine, onTakeTheirs }: ConflictProps) {
  return (
    <div class="conflict dark" role="alert" data-side={side} data-end={end}>
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

interface ExpiredProps extends Place {
  t: Texts
  onReenter: () => void
}

/** The token rests after two hours: what she writes stays here, and one click brings her back in. */
export function ExpiredCard({ t, side, end, onReenter }: ExpiredProps) {
  return (
    <div class="conflict dark" role="alert" data-side={side} data-end={end}>
      <p>{t.refusedSession}</p>
      <button type="button" class="main" onClick={onReenter}>
        {t.reconnect}
      </button>
    </div>
  )
}
