import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { SIGN_IN, seed } from '../api/seed/seed'
import { readSettings, type Settings } from '../api/src/env'
import { type Api, startApi } from '../api/src/server'
import { startDemo } from '../demo-app/server/demo'

/** API, console and demo POS, seeded and listening. */
export interface World {
  api: Api
  consoleUrl: string
  tillUrl: string
  signIn: { email: string; password: string }
  stop(): Promise<void>
}

/** Starts everything that `npm start` promises. Rejects with one clear sentence when something cannot be had. */
export async function startWorld(settings: Settings): Promise<World> {
  const api = await startApi(settings)
  try {
    const password = demoPassword(settings)
    const { environment, identitySecret } = await seed(api.services, { password })
    const demo = await startDemo({
      port: Number(new URL(settings.demoUrl).port),
      host: settings.host,
      dataDir: join(settings.dataDir, 'demo'),
      trilhaOrigin: settings.publicUrl,
      publicKey: environment.publicKey,
      identitySecret,
      snippet: readFileSync(join(settings.distDir, 'sdk', 'snippet.html'), 'utf8')
        .replaceAll('__TRILHA_ORIGIN__', settings.publicUrl)
        .replaceAll('__TRILHA_KEY__', environment.publicKey),
    })
    return {
      api,
      consoleUrl: settings.publicUrl,
      tillUrl: settings.demoUrl,
      signIn: { email: SIGN_IN.email, password },
      stop: async () => {
        await demo.stop()
        await api.stop()
      },
    }
  } catch (error) {
    await api.stop()
    throw error
  }
}

/** The one that was asked for at the first start, else one made then and kept beside the data. */
function demoPassword({ demoPassword: asked, dataDir }: Settings): string {
  const file = join(dataDir, 'demo-password')
  if (existsSync(file)) return readFileSync(file, 'utf8')
  const password = asked ?? randomBytes(9).toString('base64url')
  writeFileSync(file, password, { mode: 0o600 })
  return password
}

/** Settings for a world of its own on free ports: for stories and pictures. */
export async function looseSettings(dataDir: string): Promise<Settings> {
  const [port, demoPort] = await Promise.all([freePort(), freePort()])
  return readSettings({
    PORT: String(port),
    DEMO_PORT: String(demoPort),
    DATA_DIR: dataDir,
    DEMO_PASSWORD: 'cafe-com-leite',
    RATE_LIMIT: '0',
    LOG_LEVEL: 'error',
  })
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
