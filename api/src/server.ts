import { accessSync, constants } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app'
import { openAside } from './aside/aside'
import { openDatabase } from './db/open'
import { type Settings, SettingsError } from './env'
import { makeFolder } from './folder'
import { createServices, type Services } from './services'

const STOP_WITHIN_MS = 10_000

export interface Api {
  url: string
  services: Services
  /** Takes no more requests, answers those that have come, and closes the database. */
  stop(): Promise<void>
}

/** Opens the database and listens. Rejects with a `SettingsError` when the folder or the port cannot be had. */
export async function startApi(settings: Settings): Promise<Api> {
  if (!settings.databaseUrl) checkFolder(settings.dataDir)
  const db = await openDatabase(settings).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    const where = settings.databaseUrl
      ? 'the database of DATABASE_URL'
      : `the database in ${settings.dataDir}`
    throw new SettingsError(`Cannot open ${where}: ${why}.`)
  })
  const aside = openAside(db, settings)
  const services = createServices(db, settings, { aside })
  const server = createServer(getRequestListener(createApp(services).fetch))
  try {
    await listen(server, settings)
  } catch (error) {
    await db.close()
    throw error
  }
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
    services,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      const late = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS)
      await closed
      clearTimeout(late)
      await aside.close()
      await db.close()
    },
  }
}

function checkFolder(folder: string) {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
  } catch {
    throw new SettingsError(`The data folder ${folder} cannot be written. Choose another one with DATA_DIR.`)
  }
}

const listen = (server: ReturnType<typeof createServer>, { port, host }: Settings) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new SettingsError(`Port ${port} is taken. Choose another one with PORT, or stop what uses it.`),
        )
      else if (error.code === 'EACCES')
        reject(
          new SettingsError(`Port ${port} may not be used by this user. Choose one above 1023 with PORT.`),
        )
      else reject(new SettingsError(`Cannot listen on ${host}:${port}: ${error.message}.`))
    })
    server.listen(port, host, resolve)
  })
