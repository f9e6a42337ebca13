import { defineConfig } from '@playwright/test'
import { BROWSER_ARGS, findBrowser } from './scripts/browser'

const browser = {
  browserName: 'chromium' as const,
  locale: 'pt-BR',
  timezoneId: 'America/Sao_Paulo',
  launchOptions: { executablePath: findBrowser(), args: BROWSER_ARGS },
}

// No retries: a story that passes the second time hides a race.
export default defineConfig({
  outputDir: '.cache/test-results',
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: { ...browser, trace: 'retain-on-failure', actionTimeout: 20_000 },
  projects: [
    { name: 'sdk', testDir: 'sdk', testMatch: '{src,check}/**/*.spec.ts' },
    // Long: hundreds of faults on three host pages. `npm run test:faults`.
    { name: 'faults', testDir: 'sdk/e2e', testMatch: '**/*.spec.ts' },
    { name: 'console', testDir: 'console', testMatch: '**/*.spec.ts' },
    { name: 'stories', testDir: 'demo-app/e2e', testMatch: '**/*.spec.ts' },
  ],
})
