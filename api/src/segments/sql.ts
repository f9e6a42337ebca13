import { type SQL, sql } from 'drizzle-orm'

// Small words of SQL that mean the same in both dialects.

export const TRUE = sql`(1 = 1)`
export const FALSE = sql`(1 = 0)`
/** Nobody knows is no: NULL never leaves a rule, or `not` would keep it. */
export const surely = (test: SQL) => sql`coalesce(${test}, ${FALSE})`
export const not = (test: SQL) => sql`(not ${test})`
export const and = (tests: SQL[]) => joined(tests, sql` and `, TRUE)
export const or = (tests: SQL[]) => joined(tests, sql` or `, FALSE)

function joined(tests: SQL[], word: SQL, none: SQL): SQL {
  if (tests.length < 2) return tests[0] ?? none
  return sql`(${sql.join(tests, word)})`
}
