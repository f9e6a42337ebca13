/** Something she did, as heard: what it was and on which element, never what she typed. */
export type Act =
  /** `again`: the browser counts it as a double click's second one. */
  | { does: 'press' | 'choose'; on: unknown; at: number; again?: boolean }
  | { does: 'type'; on: unknown; at: number }
  | { does: 'enter'; on: unknown; at: number; scanned: boolean }
  | { does: 'key'; on: null; at: number; key: string }

export type Kind = 'press' | 'choose' | 'fill' | 'scan' | 'key'

/** One step in the making: however many clicks, keys and events it took. */
export interface Entry<D> {
  kind: Kind
  on: unknown
  startedAt: number
  lastAt: number
  /** Ended with Enter: what comes next in the same field is another step. */
  sent: boolean
  key?: string
  /** The host's event that followed. */
  event?: string
  details: D
}

/** Two presses of the same control within this time are one act: an impatient finger. */
const TWICE_MS = 600
/** An event this soon after an act was its doing. */
const FOLLOWS_MS = 1500

/** The steps after one more act. `details` is asked only when a step begins. Pure. */
export function fold<D>(entries: Entry<D>[], act: Act, details: () => D): Entry<D>[] {
  const { on, at } = act
  const last = entries.at(-1)
  const isSame = !!last && last.on === on && on !== null
  const begin = (kind: Kind, more: Partial<Entry<D>> = {}) => [
    ...entries,
    { kind, on, startedAt: at, lastAt: at, sent: false, details: details(), ...more },
  ]
  const go = (more: Partial<Entry<D>>) => [...entries.slice(0, -1), { ...last!, lastAt: at, ...more }]
  switch (act.does) {
    case 'press':
    case 'choose':
      if (isSame && (act.again || at - last.lastAt < TWICE_MS)) return go({})
      return begin(act.does)
    case 'type':
      // Touching a field and writing into it is one act.
      if (isSame && !last.sent && (last.kind === 'press' || last.kind === 'fill')) return go({ kind: 'fill' })
      return begin('fill')
    case 'enter':
      if (isSame && !last.sent && (last.kind === 'fill' || last.kind === 'press'))
        return go({ sent: true, kind: act.scanned ? 'scan' : 'fill' })
      if (act.scanned) return begin('scan', { sent: true })
      return on === null ? entries : begin('fill', { sent: true })
    case 'key':
      return begin('key', { key: act.key })
  }
}

/** The steps once the host has told of something: it belongs to the act just before, if that was a moment ago. */
export function follow<D>(entries: Entry<D>[], event: { name: string; at: number }): Entry<D>[] {
  const last = entries.at(-1)
  if (!last || last.event || event.at < last.startedAt || event.at - last.lastAt > FOLLOWS_MS) return entries
  return [...entries.slice(0, -1), { ...last, event: event.name }]
}
