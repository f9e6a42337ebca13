import type { Desk, Door, Opened, Segments, VerdictHere, WhyHere } from '#contract/authoring'
import type { Problem } from '#contract/errors'
import type { Experience } from '#contract/library'
import type { Refusal } from './draft/autosave'

const TIMEOUT_MS = 15_000

/** The overlay's few calls. All reject with a `Refusal`. The token is kept in here and nowhere else. */
export function openApi(api: string) {
  let token = ''

  async function call<T>(method: string, path: string, body?: unknown, keepalive?: boolean): Promise<T> {
    let answer: Response
    try {
      answer = await fetch(`${api}/v1/authoring/${path}`, {
        method,
        credentials: 'omit',
        keepalive,
        signal: keepalive ? undefined : AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(token && { authorization: `Bearer ${token}` }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
    } catch {
      throw { code: 'offline' } satisfies Refusal
    }
    const json = await answer.json().catch(() => undefined)
    if (answer.ok && json) return json as T
    const { code, current } = (json ?? {}) as Partial<Problem>
    throw { code: code ?? 'unreadable', current } satisfies Refusal
  }

  return {
    door: (key: string) => call<Door>('GET', `door?key=${encodeURIComponent(key)}`),
    async exchange(code: string, verifier: string): Promise<Opened> {
      const opened = await call<Opened>('POST', 'token', { code, verifier })
      token = opened.token
      return opened
    },
    segments: () => call<Segments>('GET', 'segments'),
    why: (who: WhyHere['who']) => call<VerdictHere[]>('POST', 'why', { who } satisfies WhyHere),
    read: () => call<Desk>('GET', 'draft'),
    save: (revision: number, draft: object, leaving = false) =>
      call<Experience>('PUT', 'draft', { revision, draft }, leaving),
  }
}

export type Api = ReturnType<typeof openApi>
