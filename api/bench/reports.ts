import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SIGN_IN, seed } from '../seed/seed'
import { readSettings } from '../src/env'
import { startApi } from '../src/server'
import { writeYear } from './year'

// How long each page of the console takes to answer with a year of many shops behind it. Fails over a second.
// npm run bench:reports [-- shops rounds]

const [shops = 5000, rounds = 5] = process.argv.slice(2).map(Number)
const LIMIT_MS = 1000
const password = 'only-for-this-run'

const folder = mkdtempSync(join(tmpdir(), 'trilha-bench-'))
const { url, services, stop } = await startApi(
  readSettings({ PORT: '0', DATA_DIR: folder, RATE_LIMIT: '0', LOG_LEVEL: 'error' }),
)
try {
  const { environment } = await seed(services, { password })
  const started = performance.now()
  const events = await writeYear(services, environment.id, shops)
  console.log(
    `${shops} shops, ${events} events, written in ${Math.round((performance.now() - started) / 1000)} s`,
  )
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
  const pages: Array<[path: string, condition?: object]> = [
    ['/api/me'],
    ['/api/experiences'],
    ['/api/segments'],
    ['/api/milestones'],
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
    [`${env}/segments/preview`, { account: { uf: 'SP' } }],
    [`${env}/segments/preview`, { event: 'venda_concluida', atLeast: 3, withinDays: 7 }],
    [`${env}/segments/preview`, { event: 'venda_concluida', where: { forma: 'nunca' } }],
    [
      `${env}/segments/preview`,
      { all: [{ history: 'primeira-venda', is: 'completed' }, { user: { papel: 'dono' } }] },
    ],
  ]
  const slow: string[] = []
  const table = []
  for (const [path, condition] of pages) {
    const times: number[] = []
    const before = process.cpuUsage()
    for (let round = 0; round < rounds; round++) {
      const from = performance.now()
      const answer = await fetch(url + path, {
        headers,
        ...(condition && { method: 'POST', body: JSON.stringify({ condition }) }),
      })
      const body = await answer.text()
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${body}`)
      times.push(performance.now() - from)
    }
    const { user, system } = process.cpuUsage(before)
    times.sort((a, b) => a - b)
    const median = Math.round(times[Math.floor(rounds / 2)]!)
    const page = path.replace(env, '') + (condition ? ` ${JSON.stringify(condition)}` : '')
    if (median > LIMIT_MS) slow.push(page)
    table.push({
      page,
      median,
      worst: Math.round(times.at(-1)!),
      cpu: Math.round((user + system) / 1000 / rounds),
    })
  }
  console.log(`milliseconds, of ${rounds} rounds`)
  console.table(table)
  if (slow.length) {
    console.error(`over ${LIMIT_MS} ms:\n${slow.join('\n')}`)
    process.exitCode = 1
  }
} finally {
  await stop()
  rmSync(folder, { recursive: true, force: true })
}
