import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['{api,sdk,console,demo-app,scripts}/**/*.test.{ts,tsx}'],
    globalSetup: ['api/src/db/testing-postgres.ts'],
    pool: 'forks',
    maxWorkers: 2,
  },
})
