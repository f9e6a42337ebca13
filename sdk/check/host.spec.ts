import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import type { PublishedSteps } from '#contract/published-step'
import { BROWSER_ARGS, findBrowser } from '../../scripts/browser'

// The function as a host's own CI has it: a project beside ours with a Playwright test in it, and of ours only what the build leaves.

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')

/** The example of docs/check-targets.md, word for word but for the addresses. */
const example = (api: string) => {
  const page = readFileSync(join(root, 'docs/check-targets.md'), 'utf8')
  const [, code] = /In your own tests[\s\S]*?```ts\n([\s\S]*?)```/.exec(page)!
  return code!
    .replace(
      "import { checkTargets } from 'trilha/check'",
      "$&\nimport { expect, test } from '@playwright/test'",
    )
    .replace('https://trilha.example', api)
}

let server: Server
let base: string
let folder: string
let hasButton = true

test.beforeAll(async () => {
  const published: PublishedSteps = {
    steps: [
      {
        experience: 'primeira-venda',
        version: 3,
        step: 's4',
        place: 4,
        path: '/venda',
        target: { label: 'Finalizar', selector: '[data-guia=finalizar]' },
      },
    ],
  }
  server = createServer((request, response) => {
    const isApi = request.url === '/v1/pk_live_1/targets'
    response.setHeader('content-type', isApi ? 'application/json' : 'text/html; charset=utf-8')
    // As strict as a shop's page may be.
    response.setHeader('content-security-policy', "default-src 'none'")
    response.end(
      isApi
        ? JSON.stringify(published)
        : hasButton
          ? '<button data-guia="finalizar">Finalizar</button>'
          : '<p>Venda</p>',
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  folder = mkdtempSync(join(tmpdir(), 'trilha-host-'))
  const ours = join(folder, 'node_modules/trilha')
  mkdirSync(ours, { recursive: true })
  cpSync(join(root, 'package.json'), join(ours, 'package.json'))
  cpSync(join(root, 'dist/check'), join(ours, 'dist/check'), { recursive: true })
  for (const theirs of ['@playwright', 'playwright', 'playwright-core', '@types'])
    symlinkSync(join(root, 'node_modules', theirs), join(folder, 'node_modules', theirs))
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('package.json', JSON.stringify({ name: 'caixa', private: true, type: 'module' }))
  write('tours.spec.ts', example(base))
  write(
    'playwright.config.ts',
    `export default { reporter: 'line', use: ${JSON.stringify({
      baseURL: base,
      launchOptions: { executablePath: findBrowser(), args: BROWSER_ARGS },
    })} }`,
  )
})
test.afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

/** `npx playwright test`, in the host's folder. Answers with what it printed and its exit code. */
const hostsTests = () =>
  run(process.execPath, [join(folder, 'node_modules/@playwright/test/cli.js'), 'test'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder },
  }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, said: stdout }),
  )

test('the documented test runs in a host’s own project, passes, and fails with the step’s name once its button is gone', async () => {
  expect(await hostsTests()).toMatchObject({ code: 0, said: expect.stringContaining('1 passed') })
  hasButton = false
  const { code, said } = await hostsTests()
  expect(code).toBe(1)
  expect(said).toMatch(/"label": "Finalizar"/)
  expect(said).toMatch(/"because": "absent"/)
})

test('its types are read under a host’s strictest settings, without our sources', async () => {
  const flags =
    '--noEmit --strict --module nodenext --target es2022 --exactOptionalPropertyTypes --skipLibCheck'
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  await run(process.execPath, [tsc, ...flags.split(' '), 'tours.spec.ts'], { cwd: folder })
  writeFileSync(
    join(folder, 'wrong.ts'),
    `import { checkTargets } from 'trilha/check'\ncheckTargets({ api: 1 })`,
  )
  const wrong = run(process.execPath, [tsc, ...flags.split(' '), 'wrong.ts'], { cwd: folder })
  await expect(wrong).rejects.toMatchObject({
    stdout: expect.stringContaining("Type 'number' is not assignable"),
  })
})
