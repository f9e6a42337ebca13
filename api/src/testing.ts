import type { Database } from './db/database'
import { readSettings, type Settings } from './env'
import { createLog } from './log'
import { createServices, type Services } from './services'

/** Services on a test's own database, with a clock that stands until it is moved. 1 September 2026, 09:00 in São Paulo. */
export function testServices(
  db: Database,
  settings: Partial<Settings> = {},
): Services & { clock: { now: number } } {
  const clock = { now: Date.UTC(2026, 8, 1, 12) }
  const services = createServices(
    db,
    { ...readSettings({ RATE_LIMIT: '0' }), ...settings },
    { now: () => clock.now, log: createLog('silent') },
  )
  return { ...services, clock }
}
