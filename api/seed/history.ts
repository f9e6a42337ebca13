import { and, eq } from 'drizzle-orm'
import { accountTraits, type SeedShop, shops } from '../../demo-app/seed/shops'
import { remember } from '../src/boot/people'
import type { EnvironmentRow } from '../src/environments/store'
import { localDay, startOfLocalDay } from '../src/events/local-day'
import type { EventRow } from '../src/events/row'
import { nameOf, searchable } from '../src/identify/people'
import { dayOf } from '../src/ingest/batch'
import { ingest } from '../src/ingest/ingest'
import type { Services } from '../src/services'
import { type Diary, writeDiary } from './diary'

const BATCH = 400
const MINUTE_MS = 60_000

/**
 * Plays the recent weeks of the shops through the real ingest, so that the console has something true to show.
 * Deterministic for a given moment. Dona Lurdes has her kit and nothing else: her story is for the visitor to make.
 */
export async function playHistory(services: Services, environment: EnvironmentRow) {
  const now = services.now()
  const today = startOfLocalDay(environment.timeZone, localDay(environment.timeZone, now))
  for (const shop of shops) {
    const diary = writeDiary(shop, { now, today })
    const rows = diary.map((entry, n) => toRow(shop, entry, n)).sort((a, b) => a.at - b.at)
    for (let i = 0; i < rows.length; i += BATCH) await ingest(services, environment, rows.slice(i, i + BATCH))
    await introduce(services, environment, shop, rows)
    await nameShop(services, environment, shop)
  }
}

/** What the till of the shop told about its people when they signed in. */
async function introduce({ db }: Services, { id }: EnvironmentRow, shop: SeedShop, rows: EventRow[]) {
  for (const { id: user, name, role } of shop.operators) {
    const lastAt = rows.findLast((row) => row.user === user)?.at
    if (lastAt === undefined) continue
    await db.withTx((tx) =>
      remember(tx, id, {
        user,
        account: shop.id,
        device: deviceOf(shop),
        userTraits: { papel: role, nome: name.split(' ')[0]! },
        accountTraits: accountTraits(shop),
        signed: true,
        sdk: '0.1.0',
        release: RELEASE,
        now: lastAt,
      }),
    )
  }
}

/** A shop that bought and has not signed in yet is known by what was sold to it. */
async function nameShop({ db }: Services, { id }: EnvironmentRow, shop: SeedShop) {
  const { accounts } = db.tables
  const traits = accountTraits(shop)
  const name = nameOf(shop.id, traits)
  await db
    .update(accounts)
    .set({ traits, name, search: searchable(name, shop.id) })
    .where(and(eq(accounts.environment, id), eq(accounts.id, shop.id)))
}

const RELEASE = '2.4.1'

const deviceOf = (shop: SeedShop) => `${shop.id}-caixa-1`

function toRow(shop: SeedShop, { at, name, user, properties = {} }: Diary[number], n: number): EventRow {
  const id = idOf(shop.id, at, n)
  return {
    id,
    day: dayOf(id),
    name,
    at,
    capturedAt: at,
    // Tills send within the minute.
    receivedAt: at + (n % 7) * (MINUTE_MS / 12),
    user,
    account: shop.id,
    device: user ? deviceOf(shop) : 'server',
    seq: n,
    release: user ? RELEASE : null,
    properties,
    json: JSON.stringify(properties),
  }
}

/** A UUIDv7 that is the same each time for the n-th entry of a shop. */
function idOf(shop: string, at: number, n: number): string {
  const time = Math.floor(at).toString(16).padStart(12, '0')
  const shopHash = [...shop].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 0xffff, 7)
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${shopHash.toString(16).padStart(4, '0')}${n.toString(16).padStart(8, '0')}`
}
