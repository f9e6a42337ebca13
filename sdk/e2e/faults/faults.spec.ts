import { BROWSER_ARGS, findBrowser } from '../../../scripts/browser'
import { hostNames } from '../../fixtures/hosts/hosts'
import { drawn, expect, firstStep, test, watchTasks } from '../till'
import { answers } from './answers'
import { browser as scripts } from './browser'
import { calls } from './calls'
import { page as pages } from './page'
import { storage } from './storage'

// One context per fault; the pages and the API are shared by all the tests of a worker.
test.describe.configure({ mode: 'parallel', timeout: 60_000 })
test.use({
  trace: 'off',
  viewport: { width: 1366, height: 768 },
  launchOptions: {
    executablePath: findBrowser(),
    // A name of this machine that no browser takes for a secure one, as a shop's own server has it.
    args: [...BROWSER_ARGS, '--host-resolver-rules=MAP till.test 127.0.0.1'],
  },
})

const title = { plain: 'an old page with a form', react: 'a React page', demo: 'the demo POS' }

const faults = [...answers, ...storage, ...scripts, ...pages, ...calls]

for (const name of hostNames)
  for (const [place, fault] of faults.entries()) {
    const { shows = true, only = hostNames, how = {} } = fault
    if (!only.includes(name)) continue
    // The sample has every fault once, and the pages take turns.
    const tag = only[place % only.length] === name ? '@sample' : []
    test(`${title[name]} sells on when ${fault.name}`, { tag }, async ({ browser, hosts, till }) => {
      await fault.before?.(till)
      const longTasks = await watchTasks(browser, till.shop.api)
      const origin = how.insecure ? till.front.url.replace('127.0.0.1', 'till.test') : undefined
      await till.open(name, { ...how, origin })
      const { view, complaints } = till
      await fault.during?.(till)
      if (shows === true) await expect(firstStep(view)).toBeVisible()
      else await fault.settled?.(till)
      expect(await hosts[name].check(view)).toEqual([])
      await fault.also?.(till)
      await drawn(view)
      if (shows === false) await expect(firstStep(view)).toBeHidden()
      const long = await longTasks(shows === true)
      expect(complaints).toEqual([])
      expect(long).toEqual([])
      if (!fault.counts) expect(await view.evaluate(OWN_ERRORS)).toBe(0)
    })
  }

/** Errors that our script has swallowed; none where it never came. */
const OWN_ERRORS = '(window.trilha && trilha.debug && (trilha.debug(false) || {}).errors) || 0'
