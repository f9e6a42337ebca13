/** Numbers for Prometheus. Few and by hand: labels are ours, never a person's or a shop's. */
export interface Metrics {
  count(name: string, labels: Record<string, string>, by?: number): void
  /** Seconds into a histogram. */
  observe(name: string, seconds: number): void
  /** A value read at the moment of asking. */
  gauge(name: string, read: () => number): void
  text(): string
}

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

export function createMetrics(): Metrics {
  const counters = new Map<string, Map<string, number>>()
  const histograms = new Map<string, { counts: number[]; sum: number; n: number }>()
  const gauges = new Map<string, () => number>()
  return {
    count(name, labels, by = 1) {
      const series = counters.get(name) ?? new Map<string, number>()
      counters.set(name, series)
      const key = Object.entries(labels)
        .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
        .join(',')
      series.set(key, (series.get(key) ?? 0) + by)
    },
    observe(name, seconds) {
      const histogram = histograms.get(name) ?? { counts: BUCKETS.map(() => 0), sum: 0, n: 0 }
      histograms.set(name, histogram)
      for (const [i, limit] of BUCKETS.entries()) if (seconds <= limit) histogram.counts[i]!++
      histogram.sum += seconds
      histogram.n++
    },
    gauge: (name, read) => void gauges.set(name, read),
    text() {
      const lines: string[] = []
      for (const [name, series] of counters) {
        lines.push(`# TYPE ${name} counter`)
        for (const [labels, n] of series) lines.push(`${name}{${labels}} ${n}`)
      }
      for (const [name, { counts, sum, n }] of histograms) {
        lines.push(`# TYPE ${name} histogram`)
        for (const [i, limit] of BUCKETS.entries()) lines.push(`${name}_bucket{le="${limit}"} ${counts[i]}`)
        lines.push(`${name}_bucket{le="+Inf"} ${n}`, `${name}_sum ${sum}`, `${name}_count ${n}`)
      }
      for (const [name, read] of gauges) lines.push(`# TYPE ${name} gauge`, `${name} ${read()}`)
      return `${lines.join('\n')}\n`
    },
  }
}
