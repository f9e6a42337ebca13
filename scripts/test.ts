import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser'
import { build } from './build'

// The README's test command: everything a green run needs is found or installed here.

/** The whole matrix of faults takes long and has its own command, `npm run test:faults`. */
const STORIES = ['sdk', 'check', 'hosts', 'some-faults', 'console', 'stories'].map(
  (name) => `--project=${name}`,
)

interface Tally {
  passed: number
  failed: number
}

function run(name: string, args: string[], env: NodeJS.ProcessEnv): number {
  console.log(`\n── ${name} ──`)
  return (
    spawnSync(join('node_modules', '.bin', args[0]!), args.slice(1), { stdio: 'inherit', env }).status ?? 1
  )
}

/** A suite that ended badly counts at least one failure, also when it never wrote its report. */
function tally(status: number, read: () => Tally): Tally {
  try {
    const counted = read()
    return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'))

function main(): Tally[] {
  mkdirSync('.cache', { recursive: true })
  for (const file of ['.cache/vitest.json', '.cache/playwright.json']) rmSync(file, { force: true })
  const env = { ...process.env, CHROMIUM_PATH: ensureBrowser() }
  build()

  const tallies: Tally[] = []
  for (const [name, ...args] of [
    ['types', 'tsc', '--noEmit', '-p', '.'],
    ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ]) {
    const status = run(name!, args, env)
    tallies.push({ passed: Number(status === 0), failed: Number(status !== 0) })
  }

  const units = run(
    'rules, stores and routes',
    ['vitest', 'run', '--reporter=dot', '--reporter=json', '--outputFile.json=.cache/vitest.json'],
    env,
  )
  tallies.push(
    tally(units, () => {
      const { numPassedTests, numFailedTests } = json('.cache/vitest.json')
      return { passed: numPassedTests, failed: numFailedTests }
    }),
  )

  const stories = run('stories in a browser', ['playwright', 'test', ...STORIES], env)
  tallies.push(
    tally(stories, () => {
      const { expected, unexpected, flaky } = json('.cache/playwright.json').stats
      return { passed: expected, failed: unexpected + flaky }
    }),
  )
  return tallies
}

try {
  const tallies = main()
  const sum = (key: keyof Tally) => tallies.reduce((total, one) => total + one[key], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') ? 1 : 0
} catch (error) {
  console.error((error as Error).message)
  console.log('\n0 passed, 1 failed')
  process.exitCode = 1
}
