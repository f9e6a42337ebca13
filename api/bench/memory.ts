import { fork } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { idOf } from './year'

// Whether the server's memory stays where it is, whatever comes: the built server is sent requests of every kind, from
// ever new shops, devices, addresses, tokens, made-up keys and searches, and tells its heap after a collection.
// npm run bench:memory [-- requests every]

const [requests = 200_000, every = 20_000] = process.argv.slice(2).map(Number)
const CLIENTS = 16
/** Caches are full by then, and compiled code has settled. */
const WARM_SHARE = 0.3
/** What the rest of the run may add: less than a shop or a request would, if each left anything behind. */
const GROWTH_MAX_BYTES_PER_REQUEST = 40
const MIB = 1024 * 1024

interface Heap {
  heap: number
  outside: number
  rss: number
}

const folder = mkdtempSync(join(tmpdir(), 'trilha-memory-'))
const child = fork('dist/bench/api/trilha.js', [folder], {
  execArgv: ['--expose-gc'],
  // The limiter counts each of ever new addresses.
  env: { ...process.env, RATE_LIMIT: '1000000', TRUST_PROXY: '1' },
})
const told = <T>() =>
  new Promise<T>((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`the server ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as T)
    })
  })
const port = await told<number>()
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })

interface Call {
  method?: string
  path: string
  body?: string
  headers?: Record<string, string>
  /** What the server must answer, so that no kind is measured by its refusal. */
  status: number
}

function send({ method = 'POST', path, body, headers, status }: Call, n: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const address = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
    const sent = request(
      { host: '127.0.0.1', port, path, method, agent, headers: { 'x-forwarded-for': address, ...headers } },
      (answer) => {
        answer.resume()
        answer.once('end', () =>
          answer.statusCode === status
            ? resolve(answer.headers['set-cookie'] ?? [])
            : reject(new Error(`${method} ${path} answered ${answer.statusCode}, not ${status}`)),
        )
      },
    )
    // The server closed it for having rested too long, in the moment in which it was taken up again.
    sent.once('error', (error: NodeJS.ErrnoException) =>
      sent.reusedSocket && error.code === 'ECONNRESET'
        ? resolve(send({ method, path, body, headers, status }, n))
        : reject(error),
    )
    sent.end(body)
  })
}

const json = { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` }
const cookies = await send(
  {
    path: '/api/sign-in',
    body: JSON.stringify({ email: 'ana@bench.example', password: 'only-for-this-run' }),
    headers: json,
    status: 200,
  },
  0,
)
const inConsole = { ...json, cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }

/** One in ten of each, the boots of new shops three; a console that is signed in, one in two hundred. */
const kinds: Array<(n: number) => Call> = [
  newShop,
  newShop,
  newShop,
  (n) => ({
    path: '/v1/pk_bench/boot',
    body: JSON.stringify({ ...visitOf(n % 500), token: tokenOf(n % 500, n) }),
    headers: { 'accept-encoding': 'gzip' },
    status: 200,
  }),
  events,
  () => ({ method: 'GET', path: '/v1/pk_bench/pulse', status: 200 }),
  (n) => ({ path: `/v1/pk_made-up-${n}/boot`, body: JSON.stringify(visitOf(n)), status: 404 }),
  (n) => ({ path: '/v1/pk_bench/boot', body: `{"device":"device-${n}","user":{"id":[`, status: 400 }),
  (n) => ({ method: 'GET', path: `/v1/pk_bench/nowhere-${n}`, status: 404 }),
  (n) => (n % 200 === 9 ? consoleRead(n) : { method: 'GET', path: `/api/me?${n}`, status: 401 }),
]

await send(newShop(0), 0)
const heaps: Heap[] = []
const started = performance.now()
for (let done = 0; done < requests; done += every) {
  let n = done
  const end = Math.min(requests, done + every)
  const work = async () => {
    while (n < end) {
      const mine = n++
      await send(kinds[mine % kinds.length]!(mine), mine)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, work))
  child.send('heap')
  const heap = await told<Heap>()
  heaps.push(heap)
  const mib = (bytes: number) => (bytes / MIB).toFixed(1).padStart(6)
  console.log(
    `${String(end).padStart(7)} requests, ${Math.round((performance.now() - started) / 1000)} s: heap ${mib(heap.heap)} MiB, buffers ${mib(heap.outside)}, process ${mib(heap.rss)}`,
  )
}
const ended = new Promise((resolve) => child.once('exit', resolve))
child.kill('SIGTERM')
await ended
agent.destroy()
rmSync(folder, { recursive: true, force: true })

const warm = Math.ceil(heaps.length * WARM_SHARE) - 1
const [from, to] = [heaps[warm]!, heaps.at(-1)!]
const perRequest = (to.heap + to.outside - from.heap - from.outside) / ((heaps.length - 1 - warm) * every)
console.log(
  `after warm-up ${perRequest.toFixed(1)} bytes a request (must be under ${GROWTH_MAX_BYTES_PER_REQUEST})`,
)
if (!(perRequest < GROWTH_MAX_BYTES_PER_REQUEST)) process.exitCode = 1

function visitOf(shop: number) {
  return {
    device: `device-${shop}`,
    user: { id: `user-${shop}`, traits: { nome: `Pessoa ${shop}`, papel: 'dono' } },
    account: { id: `shop-${shop}`, traits: { nome: `Loja ${shop}`, uf: 'SP' } },
    locale: 'pt-BR',
    sdk: '0.1.0',
  }
}

function newShop(n: number): Call {
  return { path: '/v1/pk_bench/boot', body: JSON.stringify(visitOf(n)), status: 200 }
}

/** Each one new: signed at another moment. */
function tokenOf(shop: number, n: number) {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = `${part({ alg: 'HS256' })}.${part({ sub: `user-${shop}`, account: `shop-${shop}`, iat: n })}`
  return `${claims}.${createHmac('sha256', 'idk_bench').update(claims).digest('base64url')}`
}

function events(n: number): Call {
  const at = Date.now()
  const names = ['item_adicionado', 'venda_concluida', 'nfce_autorizada', 'tour.step_seen']
  return {
    path: '/v1/pk_bench/events',
    body: JSON.stringify({
      device: `device-${n}`,
      sentAt: at,
      sdk: '0.1.0',
      actors: [{ user: `user-${n}`, account: `shop-${n}` }],
      events: names.map((name, i) => ({
        id: idOf(at, n, i),
        name,
        at,
        seq: i,
        actor: 0,
        properties: name.startsWith('tour.')
          ? { experience: 'conteudo-1', version: 1, run: `run-${n}`, step: 'um' }
          : { forma: 'pix', itens: n },
      })),
    }),
    status: 200,
  }
}

/** The console's pages in turn, each time with another word to search or another rule. */
function consoleRead(n: number): Call {
  const env = '/api/bench'
  // One whose first boot was answered long ago.
  const known = Math.max(0, n - 209)
  const rules = [
    { user: { papel: 'dono', nome: `Pessoa ${n}` } },
    { event: 'venda_concluida', atLeast: 1 + (n % 90), withinDays: 1 + (n % 29) },
    { all: [{ account: { uf: 'SP' } }, { event: 'item_adicionado', where: { itens: n } }] },
  ]
  const reads: Array<() => Omit<Call, 'status'>> = [
    () => ({ path: `${env}/accounts?search=loja%20${n}` }),
    () => ({ path: `${env}/accounts/shop-${known}` }),
    () => ({ path: `${env}/accounts/shop-${known}/timeline` }),
    () => ({ path: `${env}/users?search=pessoa%20${n}` }),
    () => ({ path: `${env}/users/user-${known}` }),
    () => ({ path: `${env}/reports/contents?days=${1 + (n % 300)}` }),
    () => ({ path: `${env}/reports/activation?clock=login&value=nfce_autorizada&from=${n}` }),
    () => ({ path: `${env}/vocabulary` }),
    () => ({ path: '/api/experiences' }),
    () => ({
      method: 'POST',
      path: `${env}/segments/preview`,
      body: JSON.stringify({ condition: rules[Math.floor(n / 2000) % rules.length] }),
    }),
  ]
  const read = reads[Math.floor(n / 200) % reads.length]!()
  return { method: 'GET', ...read, headers: inConsole, status: 200 }
}
