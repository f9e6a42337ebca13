import type { PastRow, TimelineItem } from '#contract/people'
import type { Lane, Mark } from '../../charts/swimlanes'
import { Spoken, spoken } from '../../editors/condition-builder/spoken'
import { number } from '../../format'
import { texts } from '../../locales'

export const kinds = ['contents', 'milestones', 'host'] as const
export type Kind = (typeof kinds)[number]

/** What an event is about: a content of ours, a milestone, or the till's own work. */
export function kindOf({ name }: Pick<TimelineItem, 'name'>): Kind {
  if (name === 'milestone.reached') return 'milestones'
  return /^(tour|checklist|trilha)\./.test(name) ? 'contents' : 'host'
}

/** The event in words: ours from the dictionary, the host's by its own name. */
export const eventWords = ({ name }: Pick<TimelineItem, 'name'>) =>
  texts().people.events[name] ?? Spoken(name)

/** "forma: pix · itens: 3", without the ids that only machines want. */
export function detailWords({ name, properties }: Pick<TimelineItem, 'name' | 'properties'>): string {
  if (kindOf({ name }) !== 'host') return ''
  const { common } = texts()
  return Object.entries(properties)
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    .slice(0, 3)
    .map(
      ([key, value]) =>
        `${spoken(key)}: ${typeof value === 'boolean' ? (value ? common.yes : common.no) : String(value)}`,
    )
    .join(' · ')
}

const done = ['tour.completed', 'checklist.completed', 'checklist.task_done']
/** Of the many events of one passage only these say something from afar. */
const telling = [
  ...done,
  'tour.started',
  'tour.dismissed',
  'tour.snoozed',
  'checklist.opened',
  'checklist.dismissed',
]

/** How an event is drawn, in the picture as in the list. */
export function lookOf(item: Pick<TimelineItem, 'name'>): Mark['look'] {
  const kind = kindOf(item)
  if (kind === 'host') return 'plain'
  if (kind === 'milestones') return 'milestone'
  return done.includes(item.name) ? 'done' : 'seen'
}

/** Marks that are known whole, whatever part of the events has been read. A shop's are of what is its own. */
export interface Known {
  contents?: Mark[]
  milestones?: Mark[]
}

/** What an event of ours speaks of, in the reader's language where it has a name in both. */
export function aboutWords({ about, properties }: TimelineItem, known: Known | undefined) {
  return known?.milestones?.find(({ id }) => id === properties.milestone)?.label ?? about
}

/** The lanes of the picture: one mark per content and its end, per milestone, and per day at the till. */
export function lanesOf(items: readonly TimelineItem[], known: Known = {}): Lane[] {
  const { lanes } = texts().people
  const { contents = [] } = known
  const isNew = ({ properties }: TimelineItem) => !contents.some(({ id }) => id === properties.experience)
  const all: Lane[] = [
    {
      key: 'contents',
      name: lanes.contents,
      marks: [...contents, ...contentMarks(items.filter(isNew))],
    },
    {
      key: 'milestones',
      name: lanes.milestones,
      marks: known.milestones ?? items.filter((item) => kindOf(item) === 'milestones').map(mark),
    },
    { key: 'host', name: lanes.sales, marks: hostMarks(items) },
  ]
  return all.filter(({ marks }) => marks.length > 0)
}

const mark = (item: TimelineItem): Mark => ({
  id: item.id,
  at: item.at,
  label: item.about ?? eventWords(item),
  detail: item.user?.name.split(' ')[0],
  look: lookOf(item),
})

/** The last telling event of each person's passage through each content. */
function contentMarks(items: readonly TimelineItem[]): Mark[] {
  const last = new Map<string, TimelineItem>()
  for (const item of items) {
    if (!telling.includes(item.name)) continue
    const passage = `${String(item.properties.experience ?? item.about)} ${item.user?.id ?? ''}`
    const before = last.get(passage)
    if (!before || weight(item) > weight(before) || (weight(item) === weight(before) && item.at > before.at))
      last.set(passage, item)
  }
  // A task done is not yet the end of its checklist.
  return [...last.values()].map((item) => ({
    ...mark(item),
    look: item.name.endsWith('.completed') ? 'done' : 'seen',
  }))
}

const weight = ({ name }: TimelineItem) => (name.endsWith('.completed') ? 2 : done.includes(name) ? 1 : 0)

/** One mark a day with how many events the till sent. */
function hostMarks(items: readonly TimelineItem[]): Mark[] {
  const days = new Map<string, TimelineItem[]>()
  for (const item of items) {
    if (kindOf(item) !== 'host') continue
    const day = new Date(item.at).toDateString()
    days.set(day, [...(days.get(day) ?? []), item])
  }
  return [...days.values()].map((events) => ({
    id: events[0]!.id,
    at: events[0]!.at,
    label: number(events.length),
    look: 'plain',
  }))
}

/** What a shop or person went through, as far as it is known without reading every event. */
export function pastMarks(rows: readonly PastRow[]): Mark[] {
  return rows.flatMap(({ experience, name, past }) => {
    const at = past.completedAt ?? past.dismissedAt ?? past.lastSeenAt ?? past.startedAt
    if (at === undefined) return []
    return { id: experience, at, label: name, look: past.completedAt === undefined ? 'seen' : 'done' }
  })
}
