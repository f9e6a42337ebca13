import { Hono } from 'hono'
import { SignJWT } from 'jose'
import type { BootRequest, Bundle } from '#contract/bundle'
import type { Actor, EventAnswer, EventBatch, WireEvent } from '#contract/event'
import type { MilestoneInput } from '#contract/milestone'
import type { Database } from '../db/database'
import type { EnvironmentRow } from '../environments/store'
import { IDENTITY_SECRET, makeEnvironment } from '../environments/testing'
import { renderProblem } from '../problem'
import { testServices } from '../testing'
import { tills } from '../tills'
import { track } from './track'

export const HOUR = 60 * 60 * 1000
export const DAY = 24 * HOUR

/** A UUIDv7 of this moment; `n` keeps two of one moment apart. */
export function idAt(at: number, n: number): string {
  const time = Math.max(0, at).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${n.toString(16).padStart(12, '0')}`
}

/** An environment with its till routes, as a test wants to use them. */
export async function openShop(db: Database, changes: Partial<EnvironmentRow> = {}) {
  const services = testServices(db)
  const environment = await makeEnvironment(db, changes)
  const app = new Hono()
    .onError(renderProblem(services.log))
    .route('/v1/:key', tills(services))
    .route('/api/track', track(services))

  const post = (path: string, body: unknown, headers?: Record<string, string>) =>
    app.request(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'text/plain', ...headers },
    })
  const { clock } = services
  let n = 0

  return {
    services,
    environment,
    app,
    post,
    clock,
    /** An event that happens now unless told. */
    event: (name: string, { at = clock.now, ...more }: Partial<WireEvent> = {}): WireEvent => ({
      id: idAt(at, ++n),
      name,
      at,
      seq: n,
      actor: 0,
      ...more,
    }),
    /** What the outbox of a till sends. */
    send: async (events: WireEvent[], { actors = [maria], ...more }: Partial<EventBatch> = {}) => {
      const batch: EventBatch = { device: TILL, sentAt: clock.now, sdk: '1.0.0', actors, events, ...more }
      const response = await post('/v1/pk_teste/events', batch)
      return {
        status: response.status,
        headers: response.headers,
        ...((await response.json()) as EventAnswer),
      }
    },
    boot: async (request: Partial<BootRequest> = {}) => {
      const response = await post('/v1/pk_teste/boot', {
        device: TILL,
        user: { id: maria.user },
        account: { id: maria.account },
        locale: 'pt-BR',
        sdk: '1.0.0',
        ...request,
      })
      const text = await response.text()
      return {
        status: response.status,
        headers: response.headers,
        bundle: (text ? JSON.parse(text) : {}) as Bundle,
      }
    },
    milestones: async (
      ...definitions: Array<Partial<MilestoneInput> & Pick<MilestoneInput, 'key' | 'needs'>>
    ) => {
      const { milestones } = db.tables
      for (const [position, definition] of definitions.entries())
        await db.insert(milestones).values({
          workspace: environment.workspace,
          id: definition.key,
          key: definition.key,
          definition: { name: { 'pt-BR': definition.key }, flag: 'none', weight: 1, ...definition },
          position,
          createdAt: 0,
          updatedAt: 0,
          updatedBy: 'ana',
        })
    },
    /** What a test compares: everything that is folded from events. */
    state: async () => {
      const { accounts, users, memberships, counts, progress, passages, milestonesReached } = db.tables
      const { targetSights } = db.tables
      const all = {
        accounts: await db.select().from(accounts),
        users: (await db.select().from(users)).map(({ account: _, ...user }) => user),
        memberships: await db.select().from(memberships),
        counts: await db.select().from(counts),
        sights: await db.select().from(targetSights),
        progress: (await db.select().from(progress)).map(({ updatedAt: _, ...row }) => row),
        passages: await db.select().from(passages),
        milestones: (await db.select().from(milestonesReached)).map(({ recordedAt: _, ...row }) => row),
      }
      return Object.fromEntries(
        Object.entries(all).map(([name, rows]) => [name, rows.map(sorted).sort()]),
      ) as Record<keyof typeof all, string[]>
    },
  }
}
export type Shop = Awaited<ReturnType<typeof openShop>>

export const TILL = 'caixa-numero-1'
export const maria: Actor & { account: string } = { user: 'maria', account: 'lurdes' }
export const joao: Actor & { account: string } = { user: 'joao', account: 'lurdes' }

/** What the host's back end signs. */
export const tokenFor = (
  { user, account }: { user: string; account?: string },
  { secret = IDENTITY_SECRET, expiresAt, ...more }: { secret?: string; expiresAt: number; traits?: object },
) =>
  new SignJWT({ sub: user, ...(account && { account }), ...more })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(Math.floor(expiresAt / 1000))
    .sign(new TextEncoder().encode(secret))

/** A row as text that does not depend on the order of its keys. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
