import { type EnvironmentRow, environmentById } from '../src/environments/store'
import { countEvents } from '../src/events/counts'
import { localDay, startOfLocalDay } from '../src/events/local-day'
import type { EventRow } from '../src/events/row'
import { appendEvents } from '../src/events/store'
import { nameOf, searchable, seePeople } from '../src/identify/people'
import { dayOf } from '../src/ingest/batch'
import { recomputeMilestones } from '../src/progress/milestones'
import { foldEvents } from '../src/progress/store'
import type { Services } from '../src/services'

const DAY_MS = 24 * 60 * 60 * 1000
const MINUTE_MS = 60_000
const SHOPS_PER_COMMIT = 100
const STATES = ['SP', 'SP', 'SP', 'MG', 'MG', 'RJ', 'PR', 'RS', 'BA', 'PE', 'CE', 'GO']

/**
 * Twelve months of so many shops, three people each, some 200 events a shop. Stored by ingest's own parts, many shops
 * to a transaction, and milestones computed once at the end: the same state in a tenth of the time.
 */
export async function writeYear(services: Services, environmentId: string, shops: number): Promise<number> {
  const { db } = services
  const environment = (await environmentById(db, environmentId))!
  const library = await services.library(environment)
  const now = services.now()
  const today = startOfLocalDay(environment.timeZone, localDay(environment.timeZone, now))
  let events = 0
  for (let from = 0; from < shops; from += SHOPS_PER_COMMIT)
    await db.withTx(async (tx) => {
      const rows: EventRow[] = []
      for (let n = from; n < Math.min(shops, from + SHOPS_PER_COMMIT); n++) rows.push(...yearOf(n, today))
      await appendEvents(tx, environment.id, rows)
      await seePeople(tx, environment.id, rows)
      await countEvents(tx, environment.id, environment.timeZone, rows)
      await foldEvents(tx, environment.id, library.perAccount, rows)
      for (let n = from; n < Math.min(shops, from + SHOPS_PER_COMMIT); n++)
        await introduce(tx, environment, n)
      events += rows.length
    })
  await db.withTx((tx) => recomputeMilestones(tx, environment.id, library.milestones, now))
  return events
}

/** What the tills told about the shop and its people. */
async function introduce(tx: Parameters<typeof seePeople>[0], { id }: EnvironmentRow, n: number) {
  const shop = { nome: `Loja ${n}`, uf: STATES[n % STATES.length]!, caixas: 1 + (n % 4) }
  await tx.ask('update accounts set traits = ?, name = ?, search = ? where environment = ? and id = ?', [
    JSON.stringify(shop),
    shop.nome,
    searchable(shop.nome, shopId(n)),
    id,
    shopId(n),
  ])
  for (const [i, papel] of ['dono', 'gerente', 'caixa'].entries()) {
    const person = { nome: `Pessoa ${n} ${i}`, papel }
    const user = `${shopId(n)}-${i}`
    await tx.ask('update users set traits = ?, name = ?, search = ? where environment = ? and id = ?', [
      JSON.stringify(person),
      nameOf(user, person),
      searchable(person.nome, user),
      id,
      user,
    ])
  }
}

const shopId = (n: number) => `ano-${n}`

/** A shop opens on one day of the year, is led through its first sale, and sells until today. */
function yearOf(n: number, today: number): EventRow[] {
  const start = today - (1 + ((n * 7919) % 364)) * DAY_MS
  const account = shopId(n)
  const rows: EventRow[] = []
  const add = (name: string, at: number, who = 0, properties: Record<string, unknown> = {}) => {
    if (at >= today) return
    const id = idOf(at, n, rows.length)
    rows.push({
      id,
      day: dayOf(id),
      name,
      at,
      capturedAt: at,
      receivedAt: at,
      user: `${account}-${who}`,
      account,
      device: `${account}-caixa-1`,
      seq: rows.length,
      release: '4.12.0',
      properties,
      json: JSON.stringify(properties),
    })
  }
  for (const who of [0, 1, 2]) {
    const at = start + who * DAY_MS
    add('login', at, who)
    const tour = { experience: 'primeira-venda', version: 1, run: `${account}-${who}` }
    add('tour.started', at + MINUTE_MS, who, tour)
    const steps = ['convite', 'abrir-caixa', 'escolher-produto', 'ir-para-pagamento', 'pagar', 'emitir']
    const last = 1 + ((n + who) % steps.length)
    for (const [i, step] of steps.slice(0, last).entries())
      add('tour.step_seen', at + (i + 2) * MINUTE_MS, who, { ...tour, step, ms: 4000 })
    if (last === steps.length) add('tour.completed', at + 9 * MINUTE_MS, who, tour)
    else
      add('tour.dismissed', at + 9 * MINUTE_MS, who, { ...tour, step: steps[last - 1], because: 'agora-nao' })
  }
  if (n % 8 === 7) return rows
  for (let i = 0; i < 6; i++) add('produto_criado', start + i * 7 * MINUTE_MS)
  add('loja_dados_salvos', start + 50 * MINUTE_MS)
  add('certificado_enviado', start + 60 * MINUTE_MS + (n % 5) * DAY_MS)
  add('impressora_testada', start + 90 * MINUTE_MS)
  add('caixa_aberto', start + 2 * DAY_MS)
  for (let i = 0; i < 200; i++) {
    const at = start + 2 * DAY_MS + i * 1.5 * DAY_MS * (0.5 + (n % 10) / 10)
    const who = 1 + (i % 2)
    add('venda_concluida', Math.round(at), who, { forma: i % 3 ? 'pix' : 'dinheiro', itens: 1 + (i % 5) })
    add('nfce_autorizada', Math.round(at) + 2000, who)
  }
  return rows
}

/** A UUIDv7 of that moment, unlike any other of this shop. */
export function idOf(at: number, shop: number, n: number) {
  const time = at.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${shop.toString(16).padStart(8, '0')}${n.toString(16).padStart(4, '0')}`
}
