import type { Db } from './database'

interface Preparable<T> {
  prepare(): { execute(values: Record<string, unknown>): Promise<T> }
}

/**
 * A query of the hot path, built once per connection and then run with its placeholders' values: building one costs
 * more than SQLite needs to answer it.
 */
export function prepared<T>(build: (db: Db) => Preparable<T>) {
  const known = new WeakMap<Db, ReturnType<Preparable<T>['prepare']>>()
  return (db: Db, values: Record<string, unknown>): Promise<T> => {
    let query = known.get(db)
    if (!query) {
      query = build(db).prepare()
      known.set(db, query)
    }
    return query.execute(values)
  }
}
