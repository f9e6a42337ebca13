import { call } from '../core/transport'

const BEFORE_SHOWING_MS = 300

/** What was switched off since the bundle was made. */
export interface News {
  rev: number
  off: ReadonlySet<string>
}

/** Undefined when it can't be known in time: offline a cached bundle is good enough. */
export async function pulse(url: string, timeoutMs = BEFORE_SHOWING_MS): Promise<News | undefined> {
  const { body } = await call(url, { timeoutMs })
  if (typeof body?.rev !== 'number' || !Array.isArray(body.off)) return
  return { rev: body.rev, off: new Set(body.off) }
}
