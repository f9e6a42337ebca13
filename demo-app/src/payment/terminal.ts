/** How the till and the card reader, which lives in a frame of its own, talk to each other. */

import { own } from '../router.ts'

export type TerminalKind = 'debito' | 'credito' | 'vale'

export interface TerminalAnswer {
  terminal: 'approved' | 'denied'
}

/** Address of the reader for one payment; `attempt` makes a new one when the last was declined. */
export const terminalUrl = ({
  kind,
  cents,
  attempt,
}: {
  kind: TerminalKind
  cents: number
  attempt: number
}) => own(`/tef.html?${new URLSearchParams({ kind, cents: String(cents), attempt: String(attempt) })}`)
