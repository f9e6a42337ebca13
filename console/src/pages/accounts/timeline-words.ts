import type { TimelineItem } from '#contract/people'
import type { Lane, Mark } from '../../charts/swimlanes'
import { Spoken, spoken } from '../../editors/condition-builder/spoken'
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

/** The lanes of the picture: one mark per content and end, per milestone, and per host event and day. */
export function lanesOf(items: readonly TimelineItem[]): Lane[] {
  const { lanes } = texts().people
  const all: Lane[] = [
    { key: 'contents', name: lanes.contents, marks: contentMarks(items) },
    {
      key: 'milestones',
      name: lanes.milestones,
      marks: items.filter((item) => kindOf(item) === 'milestones').map((item) => mark(item, 'milestone')),
    },
    { key: 'host', name: lanes.sales, marks: hostMarks(items) },
  ]
  return all.filter(({ marks }) => marks.length > 0)
}

const mark = (item: TimelineItem, look: Mark['look']): Mark => ({
  id: item.id,
  at: item.at,
  label: item.about ?? eventWords(item),
  detail: item.user?.name.split(' ')[0],
  look,
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
  return [...last.values()].map((item) => mark(item, done.includes(item.name) ? 'done' : 'seen'))
}

const weight = ({ name }: TimelineItem) => (name.endsWith('.completed') ? 2 : done.includes(name) ? 1 : 0)

/** Each kind of host event once a day, the first of the day. */
function hostMarks(items: readonly TimelineItem[]): Mark[] {
  const first = new Map<string, TimelineItem>()
  for (const item of items) {
    if (kindOf(item) !== 'host') continue
    const key = `${item.name} ${new Date(item.at).toDateString()}`
    const before = first.get(key)
    if (!before || item.at < before.at) first.set(key, item)
  }
  return [...first.values()].map((item) => ({ ...mark(item, 'plain'), detail: undefined }))
}
