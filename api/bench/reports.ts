import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { SIGN_IN, seed } from '../seed/seed'
import { readSettings } from '../src/env'
import { startApi } from '../src/server'
import { writeYear } from './year'

// How long each page of the console takes to answer with a year of many shops behind it, and a till's boot meanwhile.
// Fails over a second. The server is the one in dist/.
// npm run bench:reports [-- shops rounds]

const [shops = 5000, rounds = 5] = process.argv.slice(2).map(Number)
const LIMIT_MS = 1000
const password = 'only-for-this-run'

const folder = mkdtempSync(join(tmpdir(), 'trilha-bench-'))
let served: Served | undefined
try {
  const { environment, identitySecret } = await fill()
  served = await serve(folder)
  const { url } = served
  const headers = { 'content-type': 'application/json', origin: url, cookie: '' }
  const signIn = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: SIGN_IN.email, password }),
  })
  if (!signIn.ok) throw new Error(`sign-in answered ${signIn.status}`)
  headers.cookie = signIn.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

  const env = `/api/${environment.id}`
  const pages: Page[] = [
    ['/api/me'],
    ['/api/experiences'],
    ['/api/segments'],
    ['/api/milestones'],
    ['/api/members'],
    ['/api/experiences/primeira-venda'],
    ['/api/experiences/primeira-venda/versions'],
    [`${env}/busy`],
    [`${env}/targets/primeira-venda`],
    [`${env}/why`, { experience: 'primeira-venda', who: { account: 'ano-1' } }],
    [`${env}/vocabulary`],
    [`${env}/installation`],
    [`${env}/accounts?search=`],
    [`${env}/accounts?search=loja%2049`],
    [`${env}/accounts/ano-1`],
    [`${env}/accounts/ano-1/timeline`],
    [`${env}/users?search=pessoa%2012`],
    [`${env}/users/ano-1-1`],
    [`${env}/users/ano-1-1/timeline`],
    [`${env}/reports/contents?days=28`],
    [`${env}/reports/contents/primeira-venda?days=28`],
    [`${env}/reports/contents/primeira-venda?days=365`],
    [`${env}/reports/contents/guia-de-implantacao?days=365`],
    [`${env}/reports/activation`],
    [`${env}/reports/activation?by=uf&from=1`],
    [`${env}/reports/activation?by=cohort&from=1`],
    [`${env}/segments/preview`, { condition: { account: { uf: 'SP' } } }],
    [`${env}/segments/preview`, { condition: { event: 'venda_concluida', atLeast: 3, withinDays: 7 } }],
    [`${env}/segments/preview`, { condition: { event: 'venda_concluida', where: { forma: 'nunca' } } }],
    [
      `${env}/segments/preview`,
      { condition: { all: [{ history: 'primeira-venda', is: 'completed' }, { user: { papel: 'dono' } }] } },
    ],
  ]
  const ask = async ([path, question]: Page) => {
    const from = performance.now()
    const answer = await fetch(url + path, {
      headers,
      ...(question && { method: 'POST', body: JSON.stringify(question) }),
    })
    const body = await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${body}`)
    return performance.now() - from
  }
  /** Of the server's process: steadier than time on a machine that does other things. */
  const cpuMs = async () => {
    const metrics = await (await fetch(`${url}/metrics`)).text()
    return Number(/^process_cpu_seconds_total (.*)$/m.exec(metrics)![1]) * 1000
  }
  const slow: string[] = []
  const table = []
  for (const page of pages) {
    const times: number[] = []
    const before = await cpuMs()
    for (let round = 0; round < rounds; round++) times.push(await ask(page))
    const cpu = Math.round(((await cpuMs()) - before) / rounds)
    const median = Math.round(at(times, 0.5))
    const name = page[0].replace(env, '') + (page[1] ? ` ${JSON.stringify(page[1])}` : '')
    if (median > LIMIT_MS) slow.push(name)
    table.push({ page: name, median, worst: Math.round(Math.max(...times)), cpu })
  }
  console.log(`milliseconds, of ${rounds} rounds`)
  console.table(table)
  if (slow.length) {
    console.error(`over ${LIMIT_MS} ms:\n${slow.join('\n')}`)
    process.exitCode = 1
  }

  // Tills of the year's shops sign in one after the other: alone, and while the console asks for the heaviest pages.
  const heavy = pages.filter(([path]) => /reports\/contents\/primeira|activation|preview/.test(path))
  const boots = await Promise.all(Array.from({ length: 200 }, (_, n) => bootOf(n, identitySecret)))
  const boot = async (n: number) => {
    const from = performance.now()
    const answer = await fetch(`${url}/v1/${environment.publicKey}/boot`, {
      method: 'POST',
      body: boots[n % boots.length]!,
    })
    await answer.text()
    if (!answer.ok) throw new Error(`boot answered ${answer.status}`)
    return performance.now() - from
  }
  const tills = async (isOver: (n: number) => boolean) => {
    const times: number[] = []
    for (let n = 0; !isOver(n); n++) times.push(await boot(n))
    return {
      boots: times.length,
      p50: tenth(at(times, 0.5)),
      p99: tenth(at(times, 0.99)),
      worst: tenth(at(times, 1)),
    }
  }
  await tills((n) => n >= boots.length)
  const alone = await tills((n) => n >= 1000)
  let left = 3 * heavy.length
  const asking = Promise.all(
    [1, 2].map(async () => {
      while (left-- > 0) await ask(heavy[left % heavy.length] as Page)
    }),
  )
  const beside = await tills(() => left <= 0)
  await asking
  console.log(
    'a till’s boot, milliseconds: alone, and while two people ask for the heaviest pages without a pause',
  )
  console.table({ alone, beside })
} finally {
  await served?.stop()
  rmSync(folder, { recursive: true, force: true })
}

type Page = [path: string, question?: object]

interface Served {
  url: string
  stop(): Promise<void>
}

/** Caixa Fácil, and a year of so many shops beside it. */
async function fill() {
  const { services, stop } = await startApi(
    readSettings({ PORT: '0', DATA_DIR: folder, RATE_LIMIT: '0', LOG_LEVEL: 'error' }),
  )
  try {
    const seeded = await seed(services, { password })
    const started = performance.now()
    const events = await writeYear(services, seeded.environment.id, shops)
    const seconds = Math.round((performance.now() - started) / 1000)
    console.log(`${shops} shops, ${events} events, written in ${seconds} s`)
    return seeded
  } finally {
    await stop()
  }
}

/** The server as it ships, in a process of its own. */
async function serve(dataDir: string): Promise<Served> {
  const server = spawn(process.execPath, ['dist/api/server.js'], {
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: dataDir,
      RATE_LIMIT: '0',
      LOG_LEVEL: 'info',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(server, 'exit')
  const [line] = (await Promise.race([
    once(server.stdout, 'data'),
    ended.then(() => Promise.reject(new Error('the server ended before it listened'))),
  ])) as [Buffer]
  server.stdout.pipe(process.stderr)
  return {
    url: (JSON.parse(line.toString().split('\n', 1)[0]!) as { url: string }).url,
    stop: async () => {
      server.kill('SIGTERM')
      await ended
    },
  }
}

/** What the till of a shop with its year behind it says. */
async function bootOf(n: number, secret: string) {
  const [user, account] = [`ano-${n}-0`, `ano-${n}`]
  const token = await new SignJWT({ sub: user, account })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret))
  return JSON.stringify({
    device: `${account}-caixa-1`,
    user: { id: user },
    account: { id: account },
    token,
    locale: 'pt-BR',
    sdk: '0.1.0',
  })
}

/** The value that a share of them do not exceed. */
function at(times: number[], share: number) {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

function tenth(milliseconds: number) {
  return Number(milliseconds.toFixed(1))
}
