import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { BROWSER_ARGS, ensureBrowser } from '../../scripts/browser'
import { checkTargets } from './check'
import type { Check } from './index'
import { table } from './table'

const HELP = `npm run check:targets -- --api <address> --key <pk_…> --url <page> [--url <page> …]

Opens your pages and says which elements of published tours they no longer have.
Exit code: 0 all found · 1 some missing · 2 the check could not be made.

  --api <address>          where Trilha answers: https://trilha.example (or TRILHA_API)
  --key <pk_…>             public key of the environment (or TRILHA_KEY)
  --url <page>             a page to look at; as often as you like
  --steps <file.mjs>       default export async ({ page, look }) => …: signs in, clicks through, calls look() where it matters
  --storage-state <file>   cookies and storage that Playwright saved
  --tour <id>              only this tour; as often as you like
  --wait <ms>              how long a late element is waited for (5000)
  --json                   the verdicts as JSON on standard output`

/** What the caller did wrong; told without a stack. */
class Misuse extends Error {}

type Steps = (context: { page: Page; look: () => Promise<void> }) => Promise<void>

/** Runs the check as a command would. Resolves with the exit code. */
export async function run(args: string[], print: (text: string) => void, env = process.env): Promise<number> {
  try {
    const asked = read(args, env)
    if (!asked) {
      print(HELP)
      return 0
    }
    const check = await checkTargets(asked)
    await visit(asked, check)
    const verdicts = check.verdicts()
    print(asked.json ? JSON.stringify(verdicts, null, 2) : table(verdicts))
    return verdicts.some(({ is }) => is === 'missing') ? 1 : 0
  } catch (error) {
    print(`${error instanceof Error ? error.message : error}${error instanceof Misuse ? `\n\n${HELP}` : ''}`)
    return 2
  }
}

function read(args: string[], env: NodeJS.ProcessEnv) {
  let given: ReturnType<typeof parse>
  try {
    given = parse(args)
  } catch (error) {
    throw new Misuse((error as Error).message)
  }
  if (given.help) return
  const { url: urls = [], api = env.TRILHA_API, key = env.TRILHA_KEY, wait, steps, ...more } = given
  const storageState = given['storage-state']
  if (!api) throw new Misuse('Tell where the API answers: --api https://trilha.example')
  if (!key) throw new Misuse('Tell the public key of the environment: --key pk_…')
  if (key.startsWith('sk_'))
    throw new Misuse('--key wants the public key (pk_…); a secret key stays on your server.')
  if (!urls.length && !steps) throw new Misuse('Tell at least one page: --url https://caixa.example/venda')
  for (const url of urls) if (!URL.canParse(url)) throw new Misuse(`"${url}" is no address of a page.`)
  for (const file of [steps, storageState])
    if (file && !existsSync(file)) throw new Misuse(`There is no file "${file}".`)
  const waitMs = Number(wait ?? 5000)
  if (!(waitMs >= 0 && waitMs <= 120_000)) throw new Misuse('--wait is a time in milliseconds, up to 120000.')
  const { tour: tours, json } = more
  return { api, key, urls, waitMs, steps, storageState, tours, json }
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    options: {
      url: { type: 'string', multiple: true },
      api: { type: 'string' },
      key: { type: 'string' },
      steps: { type: 'string' },
      'storage-state': { type: 'string' },
      tour: { type: 'string', multiple: true },
      wait: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values

async function visit({ urls, steps, storageState }: NonNullable<ReturnType<typeof read>>, check: Check) {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_ARGS })
  try {
    const context = await browser.newContext({ storageState, viewport: { width: 1366, height: 768 } })
    const page = await context.newPage()
    const open = (url: string) =>
      page.goto(url).catch((error: Error) => {
        throw new Error(`The page ${url} could not be opened: ${error.message.split('\n')[0]}`)
      })
    if (steps) {
      const script: { default?: Steps } = await import(pathToFileURL(resolve(steps)).href)
      if (typeof script.default !== 'function')
        throw new Misuse(`"${steps}" needs a default export: async ({ page, look }) => { … }`)
      if (urls[0]) await open(urls[0])
      await script.default({ page, look: () => check.look(page) })
    }
    for (const url of urls) {
      await open(url)
      await check.look(page)
    }
  } finally {
    await browser.close()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await run(process.argv.slice(2), console.log)
