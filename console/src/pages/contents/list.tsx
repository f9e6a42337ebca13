import type { Segment } from '#contract/segment'
import { moment, number, percent } from '../../format'
import { texts } from '../../locales'
import { Bar } from '../../ui/bar'
import { Button, IconButton } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Menu } from '../../ui/menu'
import { Empty } from '../../ui/page'
import '../../ui/table.css'
import { Status, Tag } from '../../ui/tag'
import { alarmWords, sinceWords } from './alarm'
import { audienceWords, type Line } from './rows'

const FEW = 10
const SOME = 100

interface ContentListProps {
  lines: Line[]
  segments: Segment[]
  /** Figures are still on their way. */
  waiting: boolean
  /** Absent where the role may not write. */
  onDuplicate?: (line: Line) => void
  onRemove?: (line: Line) => void
  onClear: () => void
}

/** A table where there is room, the same cells as rows on a phone. */
export function ContentList({ lines, segments, waiting, onDuplicate, onRemove, onClear }: ContentListProps) {
  const { contents: t, common } = texts()
  if (!lines.length)
    return (
      <Empty title={t.noneMatch} actions={<Button onClick={onClear}>{t.clearFilters}</Button>}>
        {t.noneMatchDetail}
      </Empty>
    )
  return (
    <table class="table contents">
      <thead>
        <tr>
          <th>{t.columns.content}</th>
          <th>{t.status}</th>
          <th class="contents-audience">{t.columns.audience}</th>
          <th class="figure">{t.columns.reach}</th>
          <th class="figure">{t.columns.completion}</th>
          <th>{t.columns.targets}</th>
          <th class="contents-updated">{t.columns.updated}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { id, kind, name, parts, summary, isPublished } = line
          const wasSeen = Boolean(summary?.reach)
          return (
            <tr key={id}>
              <td class="contents-name">
                <span class="tile" aria-hidden="true">
                  <Icon name={kind} />
                </span>
                <span>
                  <a href={`/contents/${id}`}>{name}</a>
                  <span class="contents-kind">
                    {t.kind[kind]} · {t.parts[kind](number(parts), parts === 1)}
                    {isPublished && line.changed && ` · ${t.withDraft}`}
                  </span>
                </span>
              </td>
              <td class="contents-status">
                <Tag tone={isPublished ? 'accent' : 'outline'}>
                  {isPublished ? t.statuses.published : t.statuses.draft}
                </Tag>
                <span class="contents-people">
                  {wasSeen ? common.people(number(summary!.reach), summary!.reach === 1) : t.unseenShort}
                </span>
              </td>
              <td class="contents-audience">{audienceWords(line.audience, segments)}</td>
              <td class="figure contents-reach">{waiting ? '' : wasSeen ? number(summary!.reach) : '—'}</td>
              <td class="figure contents-completion">{!waiting && <Completion line={line} />}</td>
              <td class={`contents-targets contents-targets-${line.health}`}>
                {!waiting && <Targets line={line} />}
              </td>
              <td class="contents-updated">
                <span class="contents-moment">{moment(line.updatedAt)}</span>
                <span class="contents-acts">
                  <IconButton icon="edit" label={`${common.edit}: ${name}`} href={`/contents/${id}`} />
                  <IconButton icon="chart" label={`${t.report}: ${name}`} href={`/contents/${id}/report`} />
                  {onDuplicate && onRemove && (
                    <Menu
                      label={`${common.more}: ${name}`}
                      items={[
                        {
                          value: 'duplicate',
                          label: common.duplicate,
                          icon: 'copy',
                          run: () => onDuplicate(line),
                        },
                        'line',
                        {
                          value: 'delete',
                          label: common.delete,
                          icon: 'trash',
                          danger: true,
                          run: () => onRemove(line),
                        },
                      ]}
                    />
                  )}
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Completion({ line: { summary, isPublished } }: { line: Line }) {
  const completion = summary?.completion
  if (!completion) return <span class="quiet">—</span>
  // Among so few a share says more than is known: the count alone is honest.
  if (completion.n < FEW) {
    const done = Math.round(completion.value * completion.n)
    return <span>{texts().contents.doneOf(number(done), number(completion.n))}</span>
  }
  return (
    <span
      class="completion"
      title={texts().common.confidence(percent(completion.low), percent(completion.high))}
    >
      {percent(completion.value)}
      <Bar share={completion.value} muted={!isPublished || completion.n < SOME} />
    </span>
  )
}

function Targets({ line }: { line: Line }) {
  const { targets } = texts().contents
  const { id, summary, health } = line
  if (!summary?.reach) return <Status state="none">{targets.unseen}</Status>
  const { state, step } = summary.target
  const words =
    state === 'attention' ? targets.attention(step === undefined ? '' : number(step)) : targets[state]
  if (state !== 'missing') return <Status state={health}>{words}</Status>
  return (
    <a class="contents-alarm" href={`/contents/${id}?step=${step}`}>
      <Status state={health}>{alarmWords(summary.target)}</Status>
      <span class="contents-alarm-since">{sinceWords(summary.target)}</span>
    </a>
  )
}
