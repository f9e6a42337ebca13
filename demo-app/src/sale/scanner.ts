// A scanner types a digit every few milliseconds; the fastest cashier needs about eighty.
export const BURST_GAP_MS = 60
const CODE_MIN_LENGTH = 6

/** Follows keys and tells when a burst of digits ended in Enter. Pure: moments come in as `at`, in milliseconds. */
export function burst(): (key: string, at: number) => string | null {
  let digits = ''
  let last = 0
  return (key, at) => {
    if (at - last > BURST_GAP_MS) digits = ''
    last = at
    if (/^\d$/.test(key)) digits += key
    else if (key === 'Enter' && digits.length >= CODE_MIN_LENGTH) {
      const code = digits
      digits = ''
      return code
    } else if (key !== 'Shift') digits = ''
    return null
  }
}

/**
 * Calls `fire` for every code scanned while no field has the cursor; the burst's Enter presses nothing.
 * In a field the digits arrive as text, whatever their speed, and the field reads them itself.
 * Returns a function that stops listening.
 */
export function onScan(fire: (code: string) => void): () => void {
  const follow = burst()
  const listen = (event: KeyboardEvent) => {
    if (event.composedPath()[0] instanceof HTMLInputElement) return
    const code = follow(event.key, event.timeStamp)
    if (!code) return
    event.preventDefault()
    event.stopPropagation()
    fire(code)
  }
  window.addEventListener('keydown', listen, true)
  return () => window.removeEventListener('keydown', listen, true)
}
