import { DrizzleQueryError } from 'drizzle-orm'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type ErrorCode, errors, type Issue, type Problem } from '#contract/errors'
import type { Log } from './log'

interface More {
  detail?: string
  issues?: Issue[]
  /** What stands there now, when somebody else was faster. */
  current?: unknown
  headers?: Record<string, string>
}

/** An answer that ends the request; thrown by `problem`, rendered by `renderProblem`. */
export class ProblemError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly more: More = {},
  ) {
    super(`${code}: ${more.detail ?? errors[code][1]}`)
  }
}

/** `throw problem('not_found')` */
export const problem = (code: ErrorCode, more?: More) => new ProblemError(code, more)

export function problemBody({ code, more: { detail, issues, current } }: ProblemError): Problem {
  const [status, title] = errors[code]
  return {
    type: `about:blank#${code}`,
    title,
    status,
    code,
    ...(detail && { detail }),
    ...(issues && { issues }),
    ...(current !== undefined && { current }),
  }
}

/** `app.onError`: ours as they are, anything else as `internal`, told to the log and not to the caller. */
export const renderProblem = (log: Log) => (error: unknown, c: Context) => {
  const known = error instanceof ProblemError ? error : problem('internal')
  if (known !== error)
    log.error({ error: withoutData(error), method: c.req.method, route: c.req.routePath }, 'request failed')
  return c.body(JSON.stringify(problemBody(known)), errors[known.code][0] as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...known.more.headers,
  })
}

/** A failed statement carries its parameters in its message, and those are people's: keep where, not what. */
export function withoutData(error: unknown) {
  if (!(error instanceof Error)) return { kind: typeof error }
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  if (!(error instanceof DrizzleQueryError)) return { kind: error.name, message: error.message, stack }
  const { name, code } = (error.cause ?? {}) as { name?: string; code?: string }
  return { kind: name ?? error.name, code, stack }
}
