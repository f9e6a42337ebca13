import { readObject } from './json'
import { within } from './store'

/** What came back. `status` 0: nothing, or not in time. `body` only when it was a JSON object of sane size. */
export interface Answer {
  status: number
  body?: Record<string, unknown>
  retryAfterMs?: number
}

export interface Call {
  /** JSON text; sent as `text/plain`, so that no preflight is needed. */
  body?: string
  /** May outlive the page: at most 64 kB. */
  keepalive?: boolean
}

const ANSWER_MAX_MS = 10_000
const ANSWER_MAX_CHARS = 1_000_000 // Ours are a few kilobytes; more is a proxy's page or worse.

/** Asks the API. Never rejects: a shop's network is expected to fail. */
export async function call(url: string, { body, keepalive }: Call = {}): Promise<Answer> {
  const aborting = typeof AbortController === 'function' ? new AbortController() : undefined
  try {
    return await within(ANSWER_MAX_MS, read(url, body, keepalive, aborting?.signal))
  } catch {
    aborting?.abort()
    return { status: 0 }
  }
}

async function read(url: string, body?: string, keepalive?: boolean, signal?: AbortSignal): Promise<Answer> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    body,
    keepalive,
    signal,
    credentials: 'omit',
  })
  const { status, headers } = response
  const retryAfterMs = (Number(headers.get('retry-after')) || 0) * 1000
  if (Number(headers.get('content-length')) > ANSWER_MAX_CHARS) return { status, retryAfterMs }
  const text = await response.text()
  return { status, retryAfterMs, body: text.length > ANSWER_MAX_CHARS ? undefined : readObject(text) }
}
