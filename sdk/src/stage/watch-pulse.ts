import type { Stop } from '../surfaces/surface'
import { type News, pulse } from './pulse'

const PULSE_MS = 30_000

/** Asks every 30 seconds while the page is seen. Returns a function that stops. */
export function watchPulse(url: string, tell: (news: News) => void): Stop {
  const timer = setInterval(async () => {
    const news = document.hidden ? undefined : await pulse(url)
    if (news) tell(news)
  }, PULSE_MS)
  return () => clearInterval(timer)
}
