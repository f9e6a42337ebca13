import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings, SettingsError } from '../api/src/env'
import { build } from './build'
import { startWorld } from './world'

// `npm start`: builds what is missing, creates and seeds the database once, and serves everything.

/** What a first start creates in the data folder. */
const KEPT = ['trilha.db', 'trilha.db-wal', 'trilha.db-shm', 'auth-secret', 'demo-password', 'demo']

try {
  const settings = readSettings({ LOG_LEVEL: 'warn', ...process.env })
  if (process.argv.includes('--fresh')) {
    if (settings.databaseUrl)
      throw new SettingsError(
        '--fresh deletes the embedded database only. Empty the one of DATABASE_URL yourself.',
      )
    console.log(`deleting the database, the demo's operators and the sign-in in ${settings.dataDir} …`)
    for (const name of KEPT) rmSync(join(settings.dataDir, name), { recursive: true, force: true })
  }
  build()
  const world = await startWorld(settings)
  console.log(`
  console    ${world.consoleUrl}
             ${world.signIn.email} · ${world.signIn.password}
  demo POS   ${world.tillUrl}
             Mercearia Dona Lurdes, Maria, PIN 1234

ready`)
  const stop = () => void world.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
