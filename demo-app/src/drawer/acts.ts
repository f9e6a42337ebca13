import { differenceBucket, valueBucket } from '../rules/buckets.ts'
import type { DrawerSession } from '../state/model.ts'
import { operator } from '../state/session.ts'
import { get, set } from '../state/store.ts'
import { trilha } from '../trilha.ts'
import { differenceCents, expectedCents, openSession } from './drawer.ts'

const who = () => operator()?.id ?? ''

export function openDrawer(floatCents: number): void {
  if (openSession(get('drawer'))) return
  const now = Date.now()
  set('drawer', [...get('drawer'), { id: `c${now}`, openedAt: now, openedBy: who(), floatCents, moves: [] }])
  trilha.track('caixa_aberto', { faixa_troco: valueBucket(floatCents) })
}

const change = (session: DrawerSession, patch: Partial<DrawerSession>) =>
  set(
    'drawer',
    get('drawer').map((other) => (other.id === session.id ? { ...other, ...patch } : other)),
  )

export function moveMoney(kind: 'supply' | 'withdrawal', cents: number, reason: string): void {
  const session = openSession(get('drawer'))
  if (!session || cents <= 0) return
  change(session, { moves: [...session.moves, { at: Date.now(), kind, cents, reason, operatorId: who() }] })
  trilha.track(kind === 'supply' ? 'suprimento' : 'sangria', { faixa: valueBucket(cents) })
  trilha.track('gaveta_aberta')
}

/** Closes the drawer with what was counted; the event tells the rounded difference, 0 for none. */
export function closeDrawer(countedCents: number): void {
  const session = openSession(get('drawer'))
  if (!session) return
  const expected = expectedCents(session, get('sales'))
  change(session, { closedAt: Date.now(), closedBy: who(), countedCents, expectedCents: expected })
  trilha.track('caixa_fechado', { diferenca: differenceBucket(differenceCents(expected, countedCents)) })
}
