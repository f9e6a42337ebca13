import { call } from '../core/transport'

/** What was switched off since the bundle was made. */
export interface News {
  rev: number
  off: ReadonlySet<string>
}

/** Undefined when it can't be known: offline a cached bundle is good enough. */
export async function pulse(url: string): Promise<News | undefined> {
  const { body } = await call(url)
  if (typeof body?.rev !== 'number' || !Array.isArray(body.off)) return
  return { rev: body.rev, off: new Set(body.off) }
}
