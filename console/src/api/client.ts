import type { ErrorCode, Issue, Problem } from '#contract/errors'
import { connected, disconnected } from './connection'

/** Why a call failed: a code of the API, or `offline` (no answer) or `unreadable` (not an answer of ours). */
export type FailureCode = ErrorCode | 'offline' | 'unreadable'

/** Everything a page needs to say what happened; its sentence is `locales/errors` by `code`. */
export class ApiError extends Error {
  constructor(
    readonly code: FailureCode,
    readonly status: number,
    readonly issues: Issue[] = [],
    detail?: string,
    /** With `conflict`: what stands there now. */
    readonly current?: unknown,
  ) {
    super(detail ?? code)
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export interface CallOptions {
  signal?: AbortSignal
  /** The page may be closing: the browser finishes the call on its own (body up to 64 kB). */
  keepalive?: boolean
}

let onSignedOut = () => {}
/** Calls `listener` when the server no longer knows the session. There is one listener: the session. */
export function whenSignedOut(listener: () => void) {
  onSignedOut = listener
}

async function call<T>(method: Method, path: string, body?: unknown, options: CallOptions = {}): Promise<T> {
  const answer = await send(method, path, body, options)
  if (answer.status === 204) return undefined as T
  const json = await readJson(answer)
  if (answer.ok) return json as T
  const problem = json as Partial<Problem>
  if (!problem?.code) throw new ApiError('unreadable', answer.status)
  if (problem.code === 'not_signed_in') onSignedOut()
  throw new ApiError(problem.code, answer.status, problem.issues, problem.detail, problem.current)
}

async function send(method: Method, path: string, body: unknown, options: CallOptions): Promise<Response> {
  try {
    const answer = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      ...options,
    })
    connected()
    return answer
  } catch (error) {
    if (options.signal?.aborted) throw error
    disconnected()
    throw new ApiError('offline', 0)
  }
}

async function readJson(answer: Response): Promise<unknown> {
  try {
    return await answer.json()
  } catch {
    throw new ApiError('unreadable', answer.status)
  }
}

export const get = <T>(path: string, options?: CallOptions) => call<T>('GET', path, undefined, options)
export const post = <T>(path: string, body?: unknown, options?: CallOptions) =>
  call<T>('POST', path, body ?? {}, options)
export const put = <T>(path: string, body: unknown, options?: CallOptions) =>
  call<T>('PUT', path, body, options)
export const patch = <T>(path: string, body: unknown, options?: CallOptions) =>
  call<T>('PATCH', path, body, options)
export const remove = <T = void>(path: string, options?: CallOptions) =>
  call<T>('DELETE', path, undefined, options)

/** `?search=maria&limit=20`, leaving out what is undefined or empty. */
export function query(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  return given.length ? `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}` : ''
}
