/** A JSON column read with plain SQL: text on SQLite, parsed already on PostgreSQL. Ours hold objects only. */
export const fromJson = <T extends object>(value: T | string): T =>
  typeof value === 'string' ? JSON.parse(value) : value

/** `(?, ?), (?, ?)` for `where (a, b) in (values …)`. */
export const marks = (rows: unknown[][]) => rows.map((row) => `(${row.map(() => '?').join()})`).join()
