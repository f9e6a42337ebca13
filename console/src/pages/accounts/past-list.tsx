import type { PastRow } from '#contract/people'
import { date } from '../../format'
import { texts } from '../../locales'
import { Icon } from '../../ui/icon'

/** Contents somebody met, and what became of each. */
export function PastList({ rows }: { rows: PastRow[] }) {
  const { people: t } = texts()
  if (!rows.length) return <p class="quiet aside-none">{t.contentsNone}</p>
  return (
    <ul class="aside-list">
      {rows.map(({ experience, name, kind, past }) => {
        const state = past.completedAt
          ? 'completed'
          : past.dismissedAt
            ? 'dismissed'
            : past.snooze
              ? 'snoozed'
              : 'open'
        const at = past.completedAt ?? past.dismissedAt ?? past.lastSeenAt ?? past.startedAt
        return (
          <li key={experience}>
            <Icon name={past.completedAt ? 'done' : kind === 'checklist' ? 'checklist' : 'tour'} />
            <a href={`/contents/${experience}/report`}>{name}</a>
            <span class="aside-note">
              {t.past[state]}
              {at !== undefined && ` ${date(at)}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
