import type { Db } from '../db/database'
import { aboutOf } from './about'
import { localDay } from './local-day'
import type { EventRow } from './row'

/** Adds newly stored events to the daily counts. Once per event: counting is not idempotent. */
export async function countEvents(tx: Db, environment: string, zone: string, fresh: EventRow[]) {
  const counts = new Tally()
  const missing = new Tally()
  for (const row of fresh) {
    const day = localDay(zone, row.at)
    const about = aboutOf(row)
    const { experience = '', version = 0, part = '' } = about ?? {}
    counts.add([environment, row.name, experience, version, part, day], row.at)
    if (about && row.name.endsWith('.step_missing'))
      missing.add(
        [environment, experience, version, part, word(row.properties.path), releaseOf(row), day],
        row.at,
      )
  }
  if (counts.size)
    await tx.insertRows(
      'insert into counts (environment, name, experience, version, part, day, n, last_at)',
      ['text', 'text', 'text', 'int', 'text', 'int', 'int', 'int'],
      counts.rows(),
      `on conflict (environment, name, experience, version, part, day) do update set
        n = counts.n + excluded.n,
        last_at = case when excluded.last_at > counts.last_at then excluded.last_at else counts.last_at end`,
    )
  if (missing.size)
    await tx.insertRows(
      'insert into missing_targets (environment, experience, version, step, path, release, day, n, last_at)',
      ['text', 'text', 'int', 'text', 'text', 'text', 'int', 'int', 'int'],
      missing.rows(),
      `on conflict (environment, experience, version, step, path, release, day) do update set
        n = missing_targets.n + excluded.n,
        last_at = case when excluded.last_at > missing_targets.last_at
          then excluded.last_at else missing_targets.last_at end`,
    )
}

const word = (value: unknown) => (typeof value === 'string' ? value.slice(0, 300) : '')
const releaseOf = ({ release, properties }: EventRow) =>
  word(properties.release).slice(0, 60) || (release ?? '')

/** How often each key came, and when last. */
class Tally {
  readonly #rows = new Map<string, { key: Array<string | number>; n: number; lastAt: number }>()

  add(key: Array<string | number>, at: number) {
    const name = JSON.stringify(key)
    const row = this.#rows.get(name)
    if (row) {
      row.n++
      row.lastAt = Math.max(row.lastAt, at)
    } else this.#rows.set(name, { key, n: 1, lastAt: at })
  }

  get size() {
    return this.#rows.size
  }

  rows() {
    return [...this.#rows.values()].map(({ key, n, lastAt }) => [...key, n, lastAt])
  }
}
