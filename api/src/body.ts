import type { Context } from 'hono'
import type { z } from 'zod'
import type { Issue } from '#contract/errors'
import { problem } from './problem'

const DEPTH_MAX = 40

/** Reads a JSON body. Throws `bad_request` when it is none, `invalid` with an issue per field when it does not fit. */
export async function read<T extends z.ZodType>(c: Context, schema: T): Promise<z.output<T>> {
  const body: unknown = await c.req.json().catch(() => {
    throw problem('bad_request')
  })
  // Conditions nest; a parser that recurses must not be sent to the bottom of a pit.
  if (isDeeper(body, DEPTH_MAX)) throw problem('bad_request', { detail: 'This is nested too deeply.' })
  return parse(schema, body)
}

/** The same for the query string. */
export const readQuery = <T extends z.ZodType>(c: Context, schema: T): z.output<T> =>
  parse(schema, c.req.query())

function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw problem('invalid', { issues: parsed.error.issues.map(toIssue) })
}

const toIssue = ({ path, code, message }: z.core.$ZodIssue): Issue => ({
  path: path.join('.'),
  code,
  message,
})

function isDeeper(value: unknown, depth: number): boolean {
  if (!value || typeof value !== 'object') return false
  return depth === 0 || Object.values(value).some((part) => isDeeper(part, depth - 1))
}
