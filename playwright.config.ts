import { defineConfig } from '@playwright/test'
import { BROWSER_ARGS, findBrowser } from './scripts/browser'

const browser = {
  browserName: 'chromium' as const,
  locale: 'pt-BR',
  timezoneId: 'America/Sao_Paulo',
  launchOptions: { executablePath: findBrowser(), args: BROWSER_ARGS },
}

// Long waits cost nothing where all goes well, and a slow machine is no failure. No retries: a story that passes the second time hides a race.
export default defineConfig({
  testMatch: /\.spec\.ts$/,
  outputDir: '.cache/test-results',
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: { ...browser, trace: 'retain-on-failure', actionTimeout: 30_000 },
  projects: [
    // A folder each: a pattern would be held against the whole path, of the checkout too.
    { name: 'sdk', testDir: 'sdk/src' },
    { name: 'check', testDir: 'sdk/check' },
    { name: 'hosts', testDir: 'sdk/e2e', testMatch: /e2e.[^\\/]+\.spec\.ts$/ },
    // Every fault on one of the three host pages; on all of them by `npm run test:faults`.
    { name: 'some-faults', testDir: 'sdk/e2e/faults', grep: /@sample/ },
    { name: 'faults', testDir: 'sdk/e2e/faults' },
    { name: 'console', testDir: 'console' },
    { name: 'stories', testDir: 'demo-app/e2e' },
  ],
})
