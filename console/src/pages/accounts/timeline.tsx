import { useState } from 'preact/hooks'
import type { Page, TimelineItem } from '#contract/people'
import { Figure } from '../../charts/figure'
import { Swimlanes } from '../../charts/swimlanes'
import { date, moment, number, time } from '../../format'
import { texts } from '../../locales'
import { Chip } from '../../ui/chip'
import { Failure, Skeleton } from '../../ui/page'
import '../../ui/table.css'
import { More } from './more'
import { usePages } from './pages'
import './timeline.css'
import {
  aboutWords,
  detailWords,
  eventWords,
  type Kind,
  type Known,
  kindOf,
  kinds,
  lanesOf,
  lookOf,
} from './timeline-words'

const PAGE = 100
const LATE_MS = 10 * 60_000 // later than this an event was waiting in a till without network

interface TimelineProps {
  of: string
  load: (page: { cursor?: string; limit: number }) => Promise<Page<TimelineItem>>
  /** Drawn whole, also where the events that made them have not been read yet. */
  known?: Known
}

/** What happened: as lanes from afar, as a list up close. */
export function Timeline({ of, load, known }: TimelineProps) {
  const { people: t } = texts()
  const list = usePages(of, (cursor) => load({ cursor, limit: PAGE }))
  const [filter, setFilter] = useState<Kind | 'all'>('all')
  if (list.total === undefined)
    return list.error ? (
      <Failure error={list.error} onRetry={list.retry} />
    ) : (
      <Skeleton rows={4} head={false} />
    )
  if (!list.total)
    return (
      <section class="timeline">
        <h2>{t.timeline}</h2>
        <p class="quiet">{t.timelineNone}</p>
      </section>
    )
  const shown = list.items.filter((item) => filter === 'all' || kindOf(item) === filter)
  const lanes = lanesOf(list.items, known)
  const moments = lanes.flatMap(({ marks }) => marks.map(({ at }) => at))
  const oldest = list.items.at(-1)
  return (
    <>
      {lanes.length > 0 && (
        <div class="timeline">
          <Figure
            title={t.timeline}
            aside={<Legend />}
            table={rowsOf(list.items, known)}
            note={list.more && oldest && t.tillSince(date(oldest.at))}
          >
            <Swimlanes lanes={lanes} from={Math.min(...moments)} to={Math.max(...moments)} />
          </Figure>
        </div>
      )}
      <section class="timeline-list" aria-label={t.list}>
        <header>
          <h2>{t.list}</h2>
          {(['all', ...kinds] as const).map((kind) => (
            <Chip
              key={kind}
              tone={filter === kind ? 'chosen' : 'set'}
              pressed={filter === kind}
              onClick={() => setFilter(kind)}
              count={number(
                kind === 'all'
                  ? list.items.length
                  : list.items.filter((item) => kindOf(item) === kind).length,
              )}
            >
              {t.filters[kind]}
            </Chip>
          ))}
        </header>
        {shown.length === 0 && <p class="timeline-none">{t.filterNone}</p>}
        <ol>
          {shown.map((item) => (
            <Item key={item.id} item={item} about={aboutWords(item, known)} />
          ))}
        </ol>
        <More list={list} />
        <p class="table-foot">
          <span>{t.shownOf(number(list.items.length), number(list.total))}</span>
        </p>
      </section>
    </>
  )
}

function Legend() {
  const { laneLegend } = texts().people
  return (
    <span class="timeline-legend">
      <span class="timeline-done">{laneLegend.done}</span>
      <span class="timeline-seen">{laneLegend.seen}</span>
      <span class="timeline-plain">{laneLegend.plain}</span>
    </span>
  )
}

function Item({ item, about }: { item: TimelineItem; about: string | undefined }) {
  const { people: t } = texts()
  const isLate = item.receivedAt - item.at > LATE_MS
  return (
    <li class={`timeline-item timeline-${lookOf(item)}`}>
      <span class="timeline-moment">
        {moment(item.at)}
        {!moment(item.at).includes(time(item.at)) && <span class="quiet"> {time(item.at)}</span>}
      </span>
      <span class="timeline-sign" aria-hidden="true" />
      <span class="timeline-words">
        <b>{about ?? eventWords(item)}</b>
        <span class="timeline-detail">
          {[
            about && eventWords(item),
            item.user?.name,
            detailWords(item),
            isLate && t.lateArrival(moment(item.receivedAt)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </li>
  )
}

function rowsOf(items: TimelineItem[], known: Known | undefined): string[][] {
  const { table } = texts().people
  return [
    [table.moment, table.what, table.about, table.who],
    ...items.map((item) => [
      `${moment(item.at)} ${time(item.at)}`,
      eventWords(item),
      aboutWords(item, known) ?? detailWords(item),
      item.user?.name ?? '',
    ]),
  ]
}
