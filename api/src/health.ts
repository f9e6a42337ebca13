import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { problem } from './problem'
import type { Services } from './services'
import { retryAfter } from './tenant/limit'

/** /healthz: the process lives. /readyz: it can serve. /metrics: numbers for Prometheus. */
export function health({ db, commit, metrics }: Services) {
  metrics.gauge('trilha_commits_waiting', commit.waiting)
  metrics.gauge('process_resident_memory_bytes', () => process.memoryUsage.rss())
  metrics.gauge('process_cpu_seconds_total', cpuSeconds)
  metrics.gauge('process_uptime_seconds', () => process.uptime())
  return new Hono()
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) => {
      try {
        await db.rows(sql`select 1 as one`)
      } catch {
        throw problem('unavailable', { headers: retryAfter(5) })
      }
      return c.json({ ok: true })
    })
    .get('/metrics', (c) => c.text(metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4' }))
}

/** Of all threads, in the kernel too. */
function cpuSeconds() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
