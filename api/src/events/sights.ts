import { type MissingReason, maskPath, missingReasons } from '#contract/sight'
import type { Db } from '../db/database'
import { aboutOf } from './about'
import { Tally } from './counts'
import { localDay } from './local-day'
import type { EventRow } from './row'

/** Adds what newly stored events tell of elements found and not found. Once per event: counting is not idempotent. */
export async function countSights(tx: Db, environment: string, zone: string, fresh: EventRow[]) {
  const sights = new Tally()
  for (const row of fresh) {
    const outcome = outcomeOf(row)
    const about = outcome && aboutOf(row)
    if (!outcome || !about?.part) continue
    const { experience, version, part } = about
    const { path, because, confidence } = outcome
    sights.add(
      [
        environment,
        experience,
        version,
        part,
        releaseOf(row),
        path,
        because,
        confidence,
        localDay(zone, row.at),
      ],
      row.at,
    )
  }
  const rows = sights.rows()
  if (!rows.length) return
  await tx.insertRows(
    `insert into target_sights
      (environment, experience, version, step, release, path, because, confidence, day, n, first_at, last_at)`,
    ['text', 'text', 'int', 'text', 'text', 'text', 'text', 'int', 'int', 'int', 'int', 'int'],
    rows.map(({ key, n, firstAt, lastAt }) => [...key, n, firstAt, lastAt]),
    `on conflict (environment, experience, version, step, release, path, because, confidence, day) do update set
      n = target_sights.n + excluded.n,
      first_at = case when excluded.first_at < target_sights.first_at
        then excluded.first_at else target_sights.first_at end,
      last_at = case when excluded.last_at > target_sights.last_at
        then excluded.last_at else target_sights.last_at end`,
  )
}

/** Undefined for events that are no look for an element: a step shown in the centre had none. */
function outcomeOf({ name, properties }: EventRow) {
  const { confidence, because, path } = properties
  if (name === 'tour.step_seen')
    return isShare(confidence) ? { path: '', because: '', confidence: inSteps(confidence) } : undefined
  if (name !== 'tour.step_missing') return undefined
  return {
    // Whoever sent it: nothing that names a person is kept.
    path: typeof path === 'string' ? maskPath(path) : '',
    because: missingReasons.includes(because as MissingReason) ? String(because) : 'unknown',
    confidence: isShare(confidence) ? inSteps(confidence) : 0,
  }
}

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1

const inSteps = (share: number) => Math.floor(share * 20) * 5

const releaseOf = ({ release, properties }: EventRow) =>
  (typeof properties.release === 'string' && properties.release.slice(0, 60)) || (release ?? '')
