import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CDPSession, chromium } from '@playwright/test'
import { BROWSER_ARGS, findBrowser } from '../../scripts/browser'
import { page as html, steps } from './page'

// What the script costs a till, on a page of our own at full speed and at a sixth of it. `npm run bench:sdk [N]`.

const N = Number(process.argv[2] ?? 9)
const FOLDER = process.env.TRILHA_DIST ?? 'dist'
const TICKS_MS = 2000
const KIB = 1024

type Row = Record<string, number>
const server = createServer(({ url = '/' }, response) => {
  const file = /^\/(bench|sdk)\/[\w./-]+\.js$/.test(url) ? readFileSync(`${FOLDER}${url}`) : undefined
  response
    .writeHead(200, { 'content-type': file ? 'text/javascript' : 'text/html', 'cache-control': 'no-store' })
    .end(file ?? html)
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS })

for (const rate of [1, 6]) {
  const rows: Row[] = []
  for (let round = 0; round < N; round++) rows.push(await measure(rate))
  console.log(`\n${rate}×, N = ${N}: medians`)
  for (const name of Object.keys(rows[0]!))
    console.log(
      `  ${name.padEnd(44)} ${median(rows.map((row) => row[name]!))
        .toFixed(1)
        .padStart(8)}`,
    )
}
await browser.close()
server.close()

async function measure(rate: number): Promise<Row> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(url)
  await page.waitForTimeout(150)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate })
  const idleAlone = await cost(cdp, () => page.waitForTimeout(TICKS_MS))

  // A fresh context each time, so that no cache of compiled code helps.
  const boot = await cost(cdp, () => page.evaluate(`import('${url}/sdk/trilha.js').then(() => {})`))
  const before = await heap(cdp)
  await page.evaluate(`import('${url}/bench/tour.js').then((bench) => void Object.assign(window, { bench }))`)
  /** Calls the bench in the page and lets four frames pass. Source text, because a page knows no function of ours. */
  const run = (call: string, given?: unknown) =>
    page.evaluate(`(async () => {
      const answer = bench.${call}(${JSON.stringify(given)})
      for (let n = 0; n < 4; n++) await new Promise(requestAnimationFrame)
      return answer
    })()`)
  const first = await cost(cdp, () => run('start', steps))
  const later = await cost(cdp, async () => {
    for (let n = 1; n < steps.length; n++) await run('next')
  })
  const kept = (await heap(cdp)) - before
  const idleOpen = await cost(cdp, () => page.waitForTimeout(TICKS_MS))
  await page.evaluate(`import('${url}/bench/decide.js').then((module) => void Object.assign(window, module))`)
  const decide = () => page.evaluate<number>('decideMs()')
  const decideMs = await decide()
  for (let n = 0; n < 20; n++) await decide()
  const decideWarmMs = await decide()
  // Last, because asking in this way brings a script of the driver's into the heap.
  const title = await page.locator('trilha-frame h2').textContent()
  if (title !== steps.at(-1)!.title) throw new Error(`The tour ended at "${title}".`)
  await context.close()
  return {
    'boot of the core, CPU ms': boot.task,
    'first step, CPU ms': first.task,
    'each next step, CPU ms': later.task / (steps.length - 1),
    'five steps, script CPU ms': first.script + later.script,
    'five steps, layouts': first.layouts + later.layouts,
    'heap after the tour, KiB': kept / KIB,
    'quiet page alone, CPU ms a second': (idleAlone.task * 1000) / TICKS_MS,
    'quiet page, tour open, CPU ms a second': (idleOpen.task * 1000) / TICKS_MS,
    'decide, 200 × 5 conditions, first time, ms': decideMs,
    'decide, 200 × 5 conditions, later, ms': decideWarmMs,
  }
}

async function read(cdp: CDPSession) {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
  return { task: of('TaskDuration') * 1000, script: of('ScriptDuration') * 1000, layouts: of('LayoutCount') }
}

async function cost(cdp: CDPSession, work: () => Promise<unknown>) {
  const before = await read(cdp)
  await work()
  const after = await read(cdp)
  return {
    task: after.task - before.task,
    script: after.script - before.script,
    layouts: after.layouts - before.layouts,
  }
}

async function heap(cdp: CDPSession) {
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0
}

function median(values: number[]) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
