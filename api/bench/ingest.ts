import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { EventBatch } from '#contract/event'

// Our ingest and boot beside a prototype that only stores, in one run on one machine: only the ratios mean anything.
// Both servers live side by side and take turns of half a second, so that what else the machine does falls on both.
// npm run bench:ingest [-- turns seconds]

const [turns = 12, seconds = 0.5] = process.argv.slice(2).map(Number)
const CLIENTS = 8
const BATCH = 50
const WARM_BATCHES = 120
const WARM_BOOTS = 1500
/** Few enough to be remembered by any cache, and more than ours remembers of each person. */
const [REGULARS, STRANGERS] = [50, 6000]

const STATES = ['SP', 'MG', 'RJ', 'PR', 'RS', 'BA', 'PE', 'CE', 'GO', 'AM']

const contestants = ['prototype', 'trilha'] as const

// What ours answers at a boot, so that the prototype answers as much.
const sameBytes = join(mkdtempSync(join(tmpdir(), 'trilha-bench-')), 'boot.json')
writeFileSync(sameBytes, '')
const ours = await start('trilha')
const first = await fetch(`http://127.0.0.1:${ours.port}/v1/pk_bench/boot`, {
  method: 'POST',
  body: boots(1).next().value,
})
writeFileSync(sameBytes, await first.text())
await ours.stop()

const servers = await Promise.all(contestants.map(start))
await compare('events, batches of 50', 'events', BATCH, WARM_BATCHES, batches)
await compare('boot, nothing new', 'boot', 1, WARM_BOOTS, () => boots(REGULARS))
await compare('boot, each another shop', 'boot', 1, STRANGERS, () => boots(STRANGERS))
for (const server of servers) await server.stop()
rmSync(dirname(sameBytes), { recursive: true })

/** Lets both do the same in turns, now one first, now the other, and prints what each used. */
async function compare(
  what: string,
  path: string,
  each: number,
  warm: number,
  bodiesOf: (round: number) => Iterator<string>,
) {
  const runs = servers.map((server, i) => ({
    bodies: bodiesOf(i),
    post: client(server.port, `/v1/pk_bench/${path}`),
    server,
    times: [] as number[],
    cpu: 0,
    seconds: 0,
  }))
  for (const { post, bodies } of runs) {
    // Code compiled to the last stage, open connections, the people known.
    let left = warm
    await together(async () => {
      while (left-- > 0) await post(bodies.next().value)
    })
  }
  for (let turn = 0; turn < turns; turn++)
    for (const run of turn % 2 ? runs : [...runs].reverse()) {
      const cpuBefore = await run.server.cpu()
      const from = performance.now()
      await together(async () => {
        while (performance.now() < from + seconds * 1000) {
          const started = performance.now()
          await run.post(run.bodies.next().value)
          run.times.push(performance.now() - started)
        }
      })
      run.seconds += (performance.now() - from) / 1000
      run.cpu += (await run.server.cpu()) - cpuBefore
    }
  const [prototype, trilha] = runs.map(({ times, cpu, seconds }) => {
    times.sort((a, b) => a - b)
    const at = (share: number) => Number(times[Math.floor(times.length * share)]!.toFixed(1))
    return {
      perSecond: Math.round((times.length * each) / seconds),
      // Of the server, in microseconds per event or boot: steadier than time on a machine that does other things.
      cpu: Number((cpu / (times.length * each)).toFixed(1)),
      p50: at(0.5),
      p99: at(0.99),
    }
  })
  console.log(`\n${what}: ${turns} turns of ${seconds} s each, ${CLIENTS} clients`)
  console.table({ prototype, trilha })
  const speed = trilha!.perSecond / prototype!.perSecond
  const thrift = prototype!.cpu / trilha!.cpu
  const tail = trilha!.p99 / prototype!.p99
  console.log(
    `ratio ${speed.toFixed(2)} by throughput (must >= 0.60), ${thrift.toFixed(2)} by CPU, p99 ${tail.toFixed(2)} x (must <= 2)`,
  )
}

function together(work: () => Promise<void>) {
  return Promise.all(Array.from({ length: CLIENTS }, work))
}

function client(port: number, path: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
  return (body: string) =>
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
}

/** A server in a process of its own, on a fresh database. */
async function start(name: string) {
  const folder = mkdtempSync(join(tmpdir(), 'trilha-bench-'))
  const child = fork(`dist/bench/api/${name}.js`, [folder, sameBytes], { execArgv: [] })
  const told = () =>
    new Promise<number>((resolve, reject) => {
      const ended = (code: number) => reject(new Error(`${name} ended with ${code}`))
      child.once('exit', ended)
      child.once('message', (number) => {
        child.off('exit', ended)
        resolve(number as number)
      })
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

function* boots(shops: number): Generator<string, string> {
  for (let n = 0; ; n++) {
    const shop = n % shops
    yield JSON.stringify({
      device: `device-${shop}`,
      user: { id: `user-${shop}`, traits: { nome: `Pessoa ${shop}`, papel: 'dono' } },
      account: {
        id: `shop-${shop}`,
        traits: { nome: `Loja ${shop}`, uf: STATES[shop % STATES.length]!, ramo: 'mercearia' },
      },
      locale: 'pt-BR',
      sdk: '0.1.0',
    })
  }
}
