import type { DrawerSession, Sale } from '../state/model.ts'

/** The session still open, if any. */
export const openSession = (sessions: DrawerSession[]) => sessions.find(({ closedAt }) => !closedAt)

export const lastClosed = (sessions: DrawerSession[]) =>
  sessions.filter(({ closedAt }) => closedAt).sort((a, b) => b.closedAt! - a.closedAt!)[0]

/** Sales rung up while the drawer was open; a cancelled note gave its money back. */
export const salesOf = (session: DrawerSession, sales: Sale[]) =>
  sales.filter(
    ({ at, invoice }) =>
      at >= session.openedAt && at <= (session.closedAt ?? Infinity) && invoice.status !== 'cancelled',
  )

/** What must be in the drawer: change put in, plus cash sold, plus supplies, less withdrawals. */
export function expectedCents(session: DrawerSession, sales: Sale[]): number {
  const cash = salesOf(session, sales).reduce(
    (sum, sale) => sum + (sale.method === 'dinheiro' ? sale.totalCents : 0),
    0,
  )
  const moved = session.moves.reduce((sum, { kind, cents }) => sum + (kind === 'supply' ? cents : -cents), 0)
  return session.floatCents + cash + moved
}

/** Blind closing: counted first, compared afterwards. Negative means money is missing. */
export const differenceCents = (expected: number, counted: number) => counted - expected

export const NOTES = [100, 50, 20, 10, 5, 2] as const

export type Count = { notes: Record<number, number>; coinsCents: number; vouchersCents: number }

export const emptyCount = (): Count => ({ notes: {}, coinsCents: 0, vouchersCents: 0 })

export const countedCents = ({ notes, coinsCents, vouchersCents }: Count) =>
  NOTES.reduce<number>((sum, note) => sum + note * 100 * (notes[note] ?? 0), 0) + coinsCents + vouchersCents

export type Movement = {
  at: number
  kind: 'open' | 'supply' | 'withdrawal' | 'sales'
  cents: number
  reason?: string
  count?: number
}

/** The day in the order it happened; cash sales between two movements are one line. */
export function movements(session: DrawerSession, sales: Sale[]): Movement[] {
  const list: Movement[] = [{ at: session.openedAt, kind: 'open', cents: session.floatCents }]
  const cash = salesOf(session, sales).filter(({ method }) => method === 'dinheiro')
  const stops = [...session.moves].sort((a, b) => a.at - b.at)
  let from = session.openedAt
  for (const move of [...stops, null]) {
    const until = move?.at ?? Infinity
    const between = cash.filter(({ at }) => at >= from && at < until)
    if (between.length) {
      const cents = between.reduce((sum, sale) => sum + sale.totalCents, 0)
      list.push({ at: Math.max(...between.map(({ at }) => at)), kind: 'sales', cents, count: between.length })
    }
    if (move)
      list.push({
        at: move.at,
        kind: move.kind,
        cents: move.kind === 'supply' ? move.cents : -move.cents,
        reason: move.reason,
      })
    from = until
  }
  return list
}
