import type { EventAnswer } from '#contract/event'
import type { Library } from '../content/library'
import type { Tx } from '../db/database'
import { Overloaded } from '../db/group-commit'
import type { EnvironmentRow } from '../environments/store'
import { countEvents } from '../events/counts'
import type { EventRow } from '../events/row'
import { countSights } from '../events/sights'
import { appendEvents } from '../events/store'
import { seePeople } from '../identify/people'
import { problem } from '../problem'
import { type Owner, reachMilestones } from '../progress/milestones'
import { foldEvents } from '../progress/store'
import type { Services } from '../services'
import { retryAfter } from '../tenant/limit'

export type Result = EventAnswer['results'][number]

/**
 * Stores events once each, and all that follows from them, in one transaction; resolves when it is on disk.
 * Answers with the owners for whom a milestone was newly reached. Throws `unavailable` when too much is waiting.
 */
export async function ingest(
  services: Services,
  environment: EnvironmentRow,
  rows: EventRow[],
): Promise<Owner[]> {
  if (!rows.length) return []
  const library = await services.library(environment)
  const started = performance.now()
  try {
    const { fresh, reached } = await services.commit((tx) =>
      store(tx, environment, library, rows, services.now()),
    )
    services.metrics.count('trilha_events_total', { result: 'stored' }, fresh)
    services.metrics.count('trilha_events_total', { result: 'repeated' }, rows.length - fresh)
    return reached
  } catch (error) {
    if (error instanceof Overloaded) throw problem('unavailable', { headers: retryAfter(2) })
    throw error
  } finally {
    services.metrics.observe('trilha_ingest_seconds', (performance.now() - started) / 1000)
  }
}

async function store(tx: Tx, environment: EnvironmentRow, library: Library, rows: EventRow[], now: number) {
  const { id, timeZone } = environment
  await tx.lock(rows.map(({ account, user }) => `${id} ${account || user}`))
  const fresh = await appendEvents(tx, id, rows)
  if (!fresh.length) return { fresh: 0, reached: [] }
  await seePeople(tx, id, fresh)
  await countEvents(tx, id, timeZone, fresh)
  await countSights(tx, id, timeZone, fresh)
  await foldEvents(tx, id, library.perAccount, fresh)
  const reached = await reachMilestones(tx, id, library.milestones, fresh, now)
  return { fresh: fresh.length, reached }
}
