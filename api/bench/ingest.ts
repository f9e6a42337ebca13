import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { EventBatch } from '#contract/event'

// Our ingest and boot beside a prototype that only stores, in one run on one machine: only the ratios mean anything.
// npm run bench:ingest [-- rounds seconds]

const [rounds = 3, seconds = 4] = process.argv.slice(2).map(Number)
const CLIENTS = 8
const BATCH = 50
const WARM_BATCHES = 120
const WARM_BOOTS = 1500

interface Measure {
  perSecond: number
  /** Of the server, in microseconds per event or boot: steadier than time on a machine that does other things. */
  cpu: number
  p50: number
  p99: number
}

const contestants = ['prototype', 'trilha'] as const
const results = { events: { prototype: [], trilha: [] }, boot: { prototype: [], trilha: [] } } as Record<
  'events' | 'boot',
  Record<(typeof contestants)[number], Measure[]>
>

// What ours answers at a boot, so that the prototype answers as much.
const sameBytes = join(mkdtempSync(join(tmpdir(), 'trilha-bench-')), 'boot.json')
writeFileSync(sameBytes, '')
const ours = await start('trilha')
const first = await fetch(`http://127.0.0.1:${ours.port}/v1/pk_bench/boot`, {
  method: 'POST',
  body: boots().next().value,
})
writeFileSync(sameBytes, await first.text())
await ours.stop()

for (let round = 1; round <= rounds; round++)
  // Now one first, now the other: the machine's mood should not favour either.
  for (const name of round % 2 ? contestants : [...contestants].reverse()) {
    const server = await start(name)
    results.events[name].push(await load(server, '/v1/pk_bench/events', batches(round), BATCH))
    results.boot[name].push(await load(server, '/v1/pk_bench/boot', boots(), 1))
    await server.stop()
  }

rmSync(dirname(sameBytes), { recursive: true })

for (const [what, unit] of [
  ['events', 'events/s'],
  ['boot', 'boots/s'],
] as const) {
  const [prototype, trilha] = contestants.map((name) => median(results[what][name]))
  console.log(`\n${what}: median of ${rounds} rounds of ${seconds} s, ${CLIENTS} clients`)
  console.table({ prototype, trilha })
  const speed = trilha!.perSecond / prototype!.perSecond
  const thrift = prototype!.cpu / trilha!.cpu
  const tail = trilha!.p99 / prototype!.p99
  console.log(
    `ratio ${speed.toFixed(2)} of ${unit}, ${thrift.toFixed(2)} by CPU (aim >= 0.60), p99 ${tail.toFixed(2)} x (aim <= 2)`,
  )
}

type Server = Awaited<ReturnType<typeof start>>

/** A server in a process of its own, on a fresh database. */
async function start(name: string) {
  const folder = mkdtempSync(join(tmpdir(), 'trilha-bench-'))
  const child = fork(new URL(`./${name}.ts`, import.meta.url), [folder, sameBytes], {
    execArgv: process.execArgv,
  })
  const told = () =>
    new Promise<number>((resolve, reject) => {
      child.once('message', (number) => resolve(number as number))
      child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)))
    })
  return {
    port: await told(),
    cpu: () => {
      child.send('cpu')
      return told()
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Keeps `CLIENTS` requests in flight for some seconds. */
async function load(
  { port, cpu: cpuUsed }: Server,
  path: string,
  bodies: Iterator<string>,
  each: number,
): Promise<Measure> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
  const post = (body: string) =>
    new Promise<void>((resolve, reject) => {
      const sent = request(
        { port, path, method: 'POST', agent, headers: { 'content-type': 'text/plain' } },
        (answer) => {
          answer.resume()
          answer.once('end', () =>
            answer.statusCode === 200
              ? resolve()
              : reject(new Error(`${path} answered ${answer.statusCode}`)),
          )
        },
      )
      sent.once('error', reject)
      sent.end(body)
    })
  // Warm: code compiled to the last stage, open connections, the person known.
  for (let i = 0; i < (each > 1 ? WARM_BATCHES : WARM_BOOTS); i += CLIENTS)
    await Promise.all(Array.from({ length: CLIENTS }, () => post(bodies.next().value)))
  const times: number[] = []
  const cpuBefore = await cpuUsed()
  const from = performance.now()
  const until = from + seconds * 1000
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (performance.now() < until) {
        const started = performance.now()
        await post(bodies.next().value)
        times.push(performance.now() - started)
      }
    }),
  )
  const took = (performance.now() - from) / 1000
  const cpu = (await cpuUsed()) - cpuBefore
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => Number(times[Math.floor(times.length * share)]!.toFixed(1))
  return {
    perSecond: Math.round((times.length * each) / took),
    cpu: Number((cpu / (times.length * each)).toFixed(1)),
    p50: at(0.5),
    p99: at(0.99),
  }
}

/** What tills send in a working hour: sales mostly, the guide now and then; many shops, many devices. */
function* batches(round: number): Generator<string, string> {
  const names = ['item_adicionado', 'item_adicionado', 'venda_concluida', 'nfce_autorizada', 'tour.step_seen']
  for (let n = 0; ; n++) {
    const now = Date.now()
    const shop = n % 500
    const batch: EventBatch = {
      device: `device-${shop}`,
      sentAt: now,
      sdk: '0.1.0',
      actors: [{ user: `user-${shop}`, account: `shop-${shop}` }],
      events: Array.from({ length: BATCH }, (_, i) => {
        const name = names[i % names.length]!
        const at = now - (BATCH - i) * 1000
        const time = at.toString(16).padStart(12, '0')
        const tail = `${round}${process.pid}${n}`.padStart(9, '0').slice(-9)
        return {
          id: `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}${i.toString(16).padStart(3, '0')}`,
          name,
          at,
          seq: n * BATCH + i,
          actor: 0,
          properties: name.startsWith('tour.')
            ? { experience: 'primeira-venda', version: 1, run: `run-${shop}`, step: `passo-${i % 7}` }
            : { forma: 'pix', itens: 3, faixa: '20-50' },
        }
      }),
    }
    yield JSON.stringify(batch)
  }
}

function* boots(): Generator<string, string> {
  for (let n = 0; ; n++) {
    const shop = n % 50
    yield JSON.stringify({
      device: `device-${shop}`,
      user: { id: `user-${shop}`, traits: { papel: 'dono' } },
      account: { id: `shop-${shop}`, traits: { uf: 'SP', ramo: 'mercearia' } },
      locale: 'pt-BR',
      sdk: '0.1.0',
    })
  }
}

function median(measures: Measure[]): Measure {
  const middle = (pick: (measure: Measure) => number) =>
    measures.map(pick).sort((a, b) => a - b)[Math.floor(measures.length / 2)]!
  return {
    perSecond: middle(({ perSecond }) => perSecond),
    cpu: middle(({ cpu }) => cpu),
    p50: middle(({ p50 }) => p50),
    p99: middle(({ p99 }) => p99),
  }
}
