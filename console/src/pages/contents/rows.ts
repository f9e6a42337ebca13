import type { Condition } from '#contract/condition'
import type { Kind } from '#contract/experience'
import type { ExperienceRow } from '#contract/library'
import type { ContentSummary } from '#contract/report'
import type { Segment } from '#contract/segment'
import { number } from '../../format'
import { texts } from '../../locales'
import { holds, plain } from '../../search'
import type { Health } from '../../ui/tag'

/** A content as the list shows it in one environment. */
export interface Line extends ExperienceRow {
  isPublished: boolean
  summary: ContentSummary | undefined
  health: Health
}

export interface Filter {
  kind: Kind | 'all'
  status: 'all' | 'published' | 'draft' | 'alert'
  name: string
  sort: 'reach' | 'updated' | 'name'
}

export const noFilter: Filter = { kind: 'all', status: 'all', name: '', sort: 'updated' }

export function toLines(rows: ExperienceRow[], summaries: ContentSummary[], environment: string): Line[] {
  const byId = new Map(summaries.map((summary) => [summary.experience, summary]))
  return rows.map((row) => {
    const summary = byId.get(row.id)
    return {
      ...row,
      isPublished: row.publications.some((publication) => publication.environment === environment),
      summary,
      health: healthOf(summary),
    }
  })
}

const healthOf = (summary: ContentSummary | undefined): Health => {
  if (!summary?.reach) return 'none'
  return { ok: 'ok', none: 'none', attention: 'attention', missing: 'critical' }[
    summary.target.state
  ] as Health
}

export const hasAlert = ({ health }: Line) => health === 'attention' || health === 'critical'

export function matchesStatus(line: Line, status: Filter['status']): boolean {
  if (status === 'published') return line.isPublished
  if (status === 'draft') return !line.isPublished || line.changed
  if (status === 'alert') return hasAlert(line)
  return true
}

export const select = (lines: Line[], { kind, status, name, sort }: Filter) =>
  lines
    .filter(
      (line) =>
        (kind === 'all' || line.kind === kind) && matchesStatus(line, status) && holds(line.name, name),
    )
    .sort(orders[sort])

const orders: Record<Filter['sort'], (a: Line, b: Line) => number> = {
  reach: (a, b) => (b.summary?.reach ?? 0) - (a.summary?.reach ?? 0) || b.updatedAt - a.updatedAt,
  updated: (a, b) => b.updatedAt - a.updatedAt,
  name: (a, b) => plain(a.name).localeCompare(plain(b.name)),
}

/** "Novas lojas", "Novas lojas · 2 condições", "3 condições". */
export function audienceWords(audience: Condition | undefined, segments: Segment[]): string {
  const { contents: t } = texts()
  const rules = !audience ? [] : 'all' in audience ? audience.all : [audience]
  if (!rules.length) return t.everyone
  const names = rules.flatMap((rule) => {
    const segment = 'segment' in rule && segments.find(({ id }) => id === rule.segment)
    return segment ? [segment.name] : []
  })
  const others = rules.length - names.length
  return [...names, ...(others ? [t.rules(number(others), others === 1)] : [])].join(' · ')
}
