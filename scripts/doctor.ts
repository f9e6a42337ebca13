import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { readSettings, type Settings } from '../api/src/env'
import { findBrowser } from './browser'
import { parts } from './build'

// `npm run doctor`: says what is missing or unsafe here, and what to do about each. Exits non-zero if nothing would start.

type Verdict = 'ok' | 'hint' | 'wrong'
const marks: Record<Verdict, string> = { ok: '✓', hint: '!', wrong: '✗' }
let wrong = 0

function say(verdict: Verdict, sentence: string) {
  if (verdict === 'wrong') wrong++
  console.log(`${marks[verdict]} ${sentence}`)
}

const isFree = (port: number, host: string) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) say('ok', `Node ${process.versions.node}`)
  else say('wrong', `Node ${process.versions.node} is too old. Install Node 20.19 or newer.`)
}

function checkFolder({ dataDir, databaseUrl }: Settings) {
  if (databaseUrl) return say('ok', 'PostgreSQL by DATABASE_URL')
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
    say('ok', `The data folder ${dataDir} can be written.`)
  } catch {
    say('wrong', `The data folder ${dataDir} cannot be written. Choose another one with DATA_DIR.`)
  }
}

async function checkPorts({ port, demoUrl, host }: Settings) {
  for (const [name, number] of [
    ['PORT', port],
    ['DEMO_PORT', Number(new URL(demoUrl).port)],
  ] as const) {
    if (await isFree(number, host)) say('ok', `Port ${number} is free.`)
    else say('hint', `Port ${number} is taken: by a running Trilha, or choose another one with ${name}.`)
  }
}

function checkSafety({ host, publicUrl, demoPassword, authSecret, databaseUrl, trustProxy }: Settings) {
  const open = !['127.0.0.1', 'localhost', '::1'].includes(host)
  if (!open) return say('ok', 'Listens on this machine only; HOST=0.0.0.0 opens it to the network.')
  if (!demoPassword)
    say('hint', 'Open to the network with a generated password. Set DEMO_PASSWORD before the first start.')
  if (publicUrl.startsWith('http:'))
    say('hint', 'PUBLIC_URL is not https: sign-in travels unencrypted. Put a proxy with TLS before it.')
  if (publicUrl.startsWith('https:') && !trustProxy)
    say(
      'hint',
      'Behind a proxy of your own, set TRUST_PROXY=1 so that limits count people and not the proxy.',
    )
  if (databaseUrl && !authSecret)
    say(
      'hint',
      'Several nodes on one database need the same AUTH_SECRET, or people are signed out at random.',
    )
}

checkNode()
try {
  const settings = readSettings(process.env)
  checkFolder(settings)
  await checkPorts(settings)
  checkSafety(settings)
} catch (error) {
  say('wrong', (error as Error).message)
}
for (const { name, output } of parts)
  say(
    existsSync(output) ? 'ok' : 'hint',
    existsSync(output)
      ? `${name} is built.`
      : `${name} is not built yet: npm start does it, or npm run build.`,
  )
const browser = findBrowser()
if (browser) say('ok', `Browser for the tests: ${browser}`)
else say('hint', 'No Chrome or Chromium for the tests: npm test installs one, or set CHROMIUM_PATH.')
process.exitCode = wrong ? 1 : 0
