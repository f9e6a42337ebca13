import {
  type Browser,
  test as base,
  type CDPSession,
  type ConsoleMessage,
  expect,
  type Frame,
  type Page,
} from '@playwright/test'
import type { Content } from '#contract/experience'
import type { Shop } from '../fixtures/host'
import { type Front, type HostName, type Hosts, openHosts } from '../fixtures/hosts/hosts'
import { firstSale, offer } from '../fixtures/tours'

export const LONG_TASK_MS = 50

/** One till in one shop: the page, the API behind it, and what the page complained of. */
export interface Till {
  page: Page
  /** The host's page: the whole of `page`, or the frame it lies in. */
  view: Frame
  shop: Shop
  front: Front
  /** Errors, rejections and console errors of the page, whoever caused them. */
  complaints: string[]
  /** `sandbox`: inside a frame with these permissions. `origin`: under another name of this machine. */
  open(host: HostName, how?: { sandbox?: string; origin?: string }): Promise<void>
  /** A call of the script's public face, as source text: `call("why('x').because")`. */
  call<T>(work: string): Promise<T>
}

/** Three host pages for all the tests of one worker, on one API that each test finds fresh. */
export const test = base.extend<{ till: Till }, { hosts: Hosts }>({
  hosts: [
    async ({ playwright: _ }, use) => {
      const hosts = await openHosts()
      await use(hosts)
      await hosts.close()
    },
    { scope: 'worker' },
  ],
  till: async ({ page, hosts }, use) => {
    const { shop, front } = hosts
    freshen(shop)
    Object.assign(front, { headers: {}, edit: (html: string) => html })
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(`${error?.stack ?? error}`))
    page.on('console', (message) => isComplaint(message) && complaints.push(message.text()))
    const till: Till = {
      page,
      view: page.mainFrame(),
      shop,
      front,
      complaints,
      async open(name, { sandbox, origin = front.url } = {}) {
        const host = hosts[name]
        front.host = host
        shop.body = host.body ?? ''
        if (sandbox === undefined) await page.goto(origin + host.path, { waitUntil: 'domcontentloaded' })
        else {
          await page.goto(`${origin}/frame?${encodeURIComponent(sandbox)}`)
          till.view = page.frames()[1]!
        }
        await host.enter?.(till.view)
      },
      call: (work) => till.view.evaluate(`(() => { const t = window.trilha; return t.${work} })()`),
    }
    await use(till)
  },
})
export { expect }

// The browser itself tells of failed requests and of the host's own policy; no script can keep it from that.
const BROWSERS_OWN = /Failed to load resource|net::ERR|blocked by CORS|Content Security Policy|MIME type/

const isComplaint = (message: ConsoleMessage) =>
  message.type() === 'error' && !BROWSERS_OWN.test(message.text())

/** A day on which nothing has happened yet, with one tour to show. */
function freshen(shop: Shop) {
  shop.bundle = {
    etag: 'e1',
    now: Date.now(),
    rev: 1,
    grant: 'grant',
    candidates: [offer(firstSale)],
    history: {},
    milestones: {},
  }
  serve(shop, firstSale)
  Object.assign(shop, { off: [], batches: [], boots: [], requests: [], headers: {}, top: '', options: '' })
  shop.events.clear()
  delete shop.fault
}

export function serve(shop: Shop, ...contents: Content[]) {
  shop.contents = Object.fromEntries(contents.map((content) => [`h-${content.id}`, content]))
}

export const firstStep = (page: Page | Frame) => page.getByText('Abra o caixa', { exact: true })

/** Two frames: what was about to be drawn has been drawn. */
export const drawn = (page: Page | Frame) =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  /** Time the thread itself worked, without waiting for a processor. Microseconds. */
  tdur?: number
  args: { data?: { url?: string } }
}

/**
 * Tasks of the page that our script worked in and that took more than 50 ms of the processor. Counted in the
 * thread's own time, so that a busy machine accuses no one. Start before the page opens; the answer stops it and,
 * where our script has drawn something, makes sure that the trace has seen it.
 */
export async function watchTasks(
  browser: Browser,
  home: string,
): Promise<(isSeen: boolean) => Promise<string[]>> {
  const session: CDPSession = await browser.newBrowserCDPSession()
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
      excludedCategories: ['*'],
    },
  })
  return async (isSeen) => {
    const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
    await session.send('Tracing.end')
    await done
    await session.detach()
    const ours = events.filter(({ args }) => args.data?.url?.startsWith(`${home}/sdk/`))
    if (isSeen && !ours.length) return ['the trace saw nothing of our script']
    return events
      .filter(({ name, tdur = 0 }) => name === 'RunTask' && tdur > LONG_TASK_MS * 1000)
      .filter((task) =>
        ours.some(
          (one) =>
            one.pid === task.pid &&
            one.tid === task.tid &&
            one.ts >= task.ts &&
            one.ts <= task.ts + task.dur!,
        ),
      )
      .map(({ tdur }) => `${Math.round(tdur! / 1000)} ms`)
  }
}
