import type { Db } from '../db/database'
import { aboutOf } from './about'
import { localDay } from './local-day'
import type { EventRow } from './row'

/** Adds newly stored events to the daily counts. Once per event: counting is not idempotent. */
export async function countEvents(tx: Db, environment: string, zone: string, fresh: EventRow[]) {
  const counts = new Tally()
  for (const row of fresh) {
    const day = localDay(zone, row.at)
    const about = aboutOf(row)
    const { experience = '', version = 0, part = '' } = about ?? {}
    counts.add([environment, row.name, experience, version, part, day], row.at)
  }
  if (counts.size)
    await tx.insertRows(
      'insert into counts (environment, name, experience, version, part, day, n, last_at)',
      ['text', 'text', 'text', 'int', 'text', 'int', 'int', 'int'],
      counts.rows().map(({ key, n, lastAt }) => [...key, n, lastAt]),
      `on conflict (environment, name, experience, version, part, day) do update set
        n = counts.n + excluded.n,
        last_at = case when excluded.last_at > counts.last_at then excluded.last_at else counts.last_at end`,
    )
}

type Key = Array<string | number>

/** How often each key came, and when first and last. */
export class Tally {
  readonly #rows = new Map<string, { key: Key; n: number; firstAt: number; lastAt: number }>()

  add(key: Key, at: number) {
    const name = JSON.stringify(key)
    const row = this.#rows.get(name)
    if (row) {
      row.n++
      row.firstAt = Math.min(row.firstAt, at)
      row.lastAt = Math.max(row.lastAt, at)
    } else this.#rows.set(name, { key, n: 1, firstAt: at, lastAt: at })
  }

  get size() {
    return this.#rows.size
  }

  rows() {
    return [...this.#rows.values()]
  }
}
