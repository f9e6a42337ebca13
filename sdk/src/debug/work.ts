/** What our script has cost this page so far, as the browser itself measured it. */
export interface Work {
  /** Frames longer than 50 ms in which our script worked, and our share of them; undefined where nobody measures. */
  frames?: number
  ms: number
  parts: number
  /** What the last delivery came back with; status 0: nothing. Undefined where none is in the browser's log. */
  answer?: { status: number; agoMs: number }
}

interface LongFrame extends PerformanceEntry {
  scripts?: Array<{ sourceURL: string; duration: number }>
}

const HOME = /\/sdk\/(trilha|chunks\/)/

/** Asks the browser's own log, which it keeps without us: nothing is measured while nobody looks. */
export async function workSoFar(base: string): Promise<Work> {
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const parts = resources.filter(({ name }) => HOME.test(name)).length
  const last = resources.filter(({ name }) => name === `${base}/events`).pop()
  const answer = last && { status: last.responseStatus ?? 0, agoMs: performance.now() - last.responseEnd }
  const kinds = (typeof PerformanceObserver === 'function' && PerformanceObserver.supportedEntryTypes) || []
  if (!kinds.includes('long-animation-frame')) return { ms: 0, parts, answer }
  const frames = await new Promise<LongFrame[]>((resolve) => {
    const observer = new PerformanceObserver((list) => done(list.getEntries()))
    const done = (entries: LongFrame[]) => {
      observer.disconnect()
      resolve(entries)
    }
    observer.observe({ type: 'long-animation-frame', buffered: true })
    // Without any there is no call.
    setTimeout(() => done([]), 50)
  })
  const ours = frames.map(({ scripts = [] }) =>
    scripts.filter(({ sourceURL }) => HOME.test(sourceURL)).reduce((sum, { duration }) => sum + duration, 0),
  )
  return {
    frames: ours.filter((ms) => ms > 0).length,
    ms: ours.reduce((sum, ms) => sum + ms, 0),
    parts,
    answer,
  }
}
