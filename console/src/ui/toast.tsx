import { signal } from '@preact/signals'
import { texts } from '../locales'
import { IconButton } from './button'
import { Icon, type IconName } from './icon'
import './toast.css'

const SHOWN_MS = 8000 // long enough to read a name, decide and reach the button

interface Toast {
  id: number
  words: string
  icon?: IconName
  undo?: () => void
  stop: () => void
}

const toasts = signal<Toast[]>([])
let next = 1

interface ToastOptions {
  icon?: IconName
  /** Offers to take the act back. */
  undo?: () => void
  /** Called once when the time to undo is over: the moment to make the act final. Not after an undo. */
  settle?: () => void
}

/** Tells what was done for eight seconds, with the way back when there is one. */
export function toast(words: string, { icon = 'check', undo, settle }: ToastOptions = {}) {
  const id = next++
  const gone = () => {
    clearTimeout(timer)
    toasts.value = toasts.value.filter((toast) => toast.id !== id)
  }
  const stop = () => {
    gone()
    settle?.()
  }
  const timer = setTimeout(stop, SHOWN_MS)
  const taken =
    undo &&
    (() => {
      gone()
      undo()
    })
  toasts.value = [...toasts.value.slice(-2), { id, words, icon, undo: taken, stop }]
}

export function Toasts() {
  const { common } = texts()
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map(({ id, words, icon, undo, stop }) => (
        <div key={id} class="toast">
          {icon && <Icon name={icon} />}
          <span class="toast-words">{words}</span>
          {undo && (
            <button type="button" class="toast-undo" onClick={undo}>
              {common.undo}
            </button>
          )}
          <IconButton icon="close" label={common.close} onClick={stop} />
        </div>
      ))}
    </div>
  )
}
