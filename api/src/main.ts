import { readSettings, SettingsError } from './env'
import { startApi } from './server'

// The program: settings from the environment, until a signal ends it.

try {
  const api = await startApi(readSettings(process.env))
  api.services.log.info({ url: api.url }, 'listening')
  const stop = () => void api.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
