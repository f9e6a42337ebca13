import { call } from '../core/transport'
import type { Stop } from '../surfaces/surface'

const PULSE_MS = 30_000
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

/** Asks every 30 seconds while the page is seen. Returns a function that stops. */
export function watchPulse(url: string, tell: (news: News) => void): Stop {
  const timer = setInterval(async () => {
    const news = document.hidden ? undefined : await pulse(url, 10_000)
    if (news) tell(news)
  }, PULSE_MS)
  return () => clearInterval(timer)
}
