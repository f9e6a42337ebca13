import { accountTraits, type SeedShop, shops } from '../../seed/shops.ts'
import { hasWrongNcm } from '../invoice/rejections.ts'
import { locale, t } from '../locales/index.ts'
import { own } from '../router.ts'
import { trilha } from '../trilha.ts'
import { keep, recall } from './kept.ts'
import type { Operator } from './model.ts'
import { get, isShopOpen, openShop, set, tell } from './store.ts'

/** Which shop this device belongs to and who stands at it. */
interface Device {
  shopId?: string
  operatorId?: string
  tokens: Record<string, { token: string; expiresAt: number }>
  /** Once-per-device facts, such as a scanner that has worked. */
  seen: string[]
}

let device: Device = { tokens: {}, seen: [] }
const keepDevice = () => void keep('device', device)

export const shop = (): SeedShop | undefined => shops.find(({ id }) => id === device.shopId)
/** The shop's categories as the screen's language calls them. */
export const categories = () =>
  (shop()?.categories ?? []).map(({ id, name }) => ({ id, name: t.category[id] ?? name }))
export const operator = (): Operator | undefined =>
  isShopOpen() ? get('operators').find(({ id }) => id === device.operatorId) : undefined
export const nameOf = (operatorId: string) =>
  (isShopOpen() && get('operators').find(({ id }) => id === operatorId)?.name) || operatorId

/** Takes up where this device left off. */
export async function resume(): Promise<void> {
  device = { ...device, ...(await recall<Device>('device')) }
  const known = shop()
  if (known) await openShop(known, Date.now())
  const who = operator()
  if (!who) return
  const kept = device.tokens[who.id]
  if (kept && isShort(kept)) await freshToken(who)
  introduce(who)
}

export async function chooseShop(id: string): Promise<void> {
  device = { ...device, shopId: id, operatorId: undefined }
  keepDevice()
  const chosen = shop()
  if (chosen) await openShop(chosen, Date.now())
}

export function forgetShop(): void {
  device = { ...device, shopId: undefined, operatorId: undefined }
  keepDevice()
  tell()
}

export type SignIn = 'ok' | 'wrong' | 'wait'

/**
 * Signs an operator in by PIN, online or not. Offline, or when the back end is down, the PIN is checked
 * here and the guide hears of the person without a token until the next sign-in.
 */
export async function signIn(who: Operator, pin: string): Promise<SignIn> {
  if (who.pin !== pin) return (await askToken(who, pin)) === 'wait' ? 'wait' : 'wrong'
  const switched = device.operatorId !== undefined && device.operatorId !== who.id
  device = { ...device, operatorId: who.id }
  keepDevice()
  locked = false
  await freshToken(who)
  introduce(who)
  trilha.track(switched ? 'troca_operador' : 'login', { papel: who.role })
  tell()
  return 'ok'
}

let locked = false
/** Whether the till locked itself, which the sign-in then tells. */
export const lockedItself = () => locked

/** Signs out. `asked` is false when the till locked itself. */
export function signOut(asked = true): void {
  locked = !asked
  if (locked) trilha.track('sessao_expirada')
  device = { ...device, operatorId: undefined }
  keepDevice()
  trilha.reset()
  tell()
}

/** Opens the list of operators without ending the shift: the next PIN is a switch, not a login. */
export const lastOperatorId = () => device.operatorId

/** True the first time a fact is told on this device. */
export function firstTime(fact: string): boolean {
  if (device.seen.includes(fact)) return false
  device = { ...device, seen: [...device.seen, fact] }
  keepDevice()
  return true
}

// Nobody waits at a counter for a token: the guide can do without.
const patience = () => new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), 1500))

/** Waits a moment for a new token. One that takes longer is told to the guide when it comes. */
async function freshToken(who: Operator): Promise<void> {
  const asked = askToken(who, who.pin)
  if ((await Promise.race([asked, patience()])) !== 'late') return
  void asked.then((answer) => answer === 'ok' && operator()?.id === who.id && introduce(who))
}

async function askToken(who: Operator, pin: string): Promise<'ok' | 'wait' | 'none'> {
  try {
    const answer = await fetch(own('/api/token'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ shop: device.shopId, operator: who.id, pin }),
    })
    if (answer.status === 429) return 'wait'
    if (!answer.ok) return 'none'
    const { token, expiresAt } = (await answer.json()) as { token: string; expiresAt: number }
    device = { ...device, tokens: { ...device.tokens, [who.id]: { token, expiresAt } } }
    keepDevice()
    return 'ok'
  } catch {
    return 'none'
  }
}

const MINUTE_MS = 60_000

/** A token with less than an hour to live is renewed, so that it never runs out under somebody's hands. */
const isShort = ({ expiresAt }: { expiresAt: number }) => expiresAt - Date.now() < 60 * MINUTE_MS

function introduce(who: Operator): void {
  const here = shop()
  if (!here) return
  const token = device.tokens[who.id]?.token
  trilha.setLocale(locale)
  trilha.identify(who.id, {
    ...(token && { token }),
    // The first name is staff, not a customer: the shop's owner agreed to it, and the guide says "Olá, Maria".
    traits: { papel: who.role, nome: who.name.split(' ')[0]! },
    account: { id: here.id, traits: shopTraits(here) },
  })
}

const shopTraits = (here: SeedShop) => ({
  ...accountTraits(here),
  certificado_pronto: Boolean(get('settings').certificate && get('settings').csc),
  produtos: get('products').length,
})

/** Someone who signed in without network, or long ago, gets a token now; does nothing while theirs is good. */
export async function renew(): Promise<void> {
  const who = operator()
  if (!who) return
  const kept = device.tokens[who.id]
  if (kept && !isShort(kept)) return
  if ((await askToken(who, who.pin)) === 'ok' && operator()?.id === who.id) introduce(who)
}

/** Tells the guide what changed about the shop. */
export function shopChanged(): void {
  const here = shop()
  if (here) trilha.updateAccount(shopTraits(here))
}

/**
 * Registers an operator created on this device with the back end, which signs their token later.
 * Offline, they stay waiting and are sent when the network is back.
 */
export async function sendOperators(): Promise<void> {
  const token = device.operatorId && device.tokens[device.operatorId]?.token
  if (!token) return
  for (const who of get('operators').filter(({ sentToServer }) => !sentToServer)) {
    const { id, name, role, pin } = who
    const answer = await fetch(own('/api/operators'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ id, name, role, pin }),
    }).catch(() => null)
    if (!answer?.ok) return
    set(
      'operators',
      get('operators').map((other) => (other.id === id ? { ...other, sentToServer: true } : other)),
    )
  }
}

export const productsReady = () => get('products').filter((product) => !hasWrongNcm(product)).length
