import type { Trigger } from '#contract/trigger'
import type { Tally } from '../core/ledger'
import type { Why } from '../screen'
import type { House } from '../stage/house'
import type { Words } from './locales/pt-BR'
import type { Work } from './work'

/** What the core knows of itself, beside the house. */
export interface Inside {
  mayAct: boolean
  isStale: boolean
  errors: number
  outbox?: Readonly<Tally>
}

export interface Known {
  sdk: string
  inside: Inside
  house: House
  why(id: string): Why
  work: Work
  /** When the oldest event that is owed was born, epoch milliseconds. */
  oldestAt?: number
  warnings: readonly string[]
}

/** One heading and its lines; `isPerson`: left out of what is copied. */
export interface Part {
  title: string
  lines: string[]
  isPerson?: true
}

const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

/** All the panel says, in words. Pure: whatever is asked of the page has been asked. */
export function report(known: Known, t: Words): Part[] {
  const { inside, house, why, work, warnings } = known
  const { user, account } = house.identity() ?? {}
  const { path = '', online, busy } = house.facts().page ?? {}
  const bundle = house.me().bundle
  const { release } = house.options
  const state = [
    busy ? fill(t.busy, { with: reasons(house.visit.busyWith(), t) }) : t.free,
    ...(online ? [] : [t.offline]),
    ...(inside.isStale && user ? [t.stale] : []),
    ...(inside.mayAct ? [] : [t.noConsent]),
  ]
  const candidates = house.candidates().map(({ id, version }) => {
    return `${id} (${fill(t.version, { n: version })}): ${whyWords(why(id), t)}`
  })
  const parts: Part[] = [
    { title: t.who, lines: [user ?? t.nobody], isPerson: true },
    { title: t.shop, lines: [account ?? t.noShop], isPerson: true },
    { title: t.page, lines: [path] },
    { title: t.state, lines: state },
    { title: t.contents, lines: candidates.length ? candidates : [t.none] },
    { title: t.outbox, lines: outboxLines(known, t) },
    { title: t.answer, lines: [answerWords(known, t)] },
    {
      title: t.versions,
      lines: [
        fill(t.sdk, { sdk: known.sdk }),
        ...(release ? [fill(t.release, { release })] : []),
        ...(bundle ? [fill(t.revision, { n: bundle.rev })] : []),
      ],
    },
    {
      title: t.cost,
      lines: [
        fill(t.errors, { n: inside.errors }),
        work.frames === undefined ? t.unmeasured : fill(t.tasks, { n: work.frames, ms: Math.round(work.ms) }),
        fill(t.parts, { n: work.parts }),
      ],
    },
  ]
  return warnings.length ? [...parts, { title: t.warnings, lines: [...warnings] }] : parts
}

/** To paste into a message: no person, no shop, and of the path no part that might name one. */
export function asText(parts: Part[], t: Words): string {
  return parts
    .filter(({ isPerson }) => !isPerson)
    .map(({ title, lines }) =>
      [`## ${title}`, ...lines.map((line) => `- ${title === t.page ? masked(line) : line}`)].join('\n'),
    )
    .join('\n\n')
}

/** Parts of a path with a figure, an at sign or an escape may be somebody's number or name. */
const masked = (path: string) =>
  path
    .split('/')
    .map((part) => (/[\d@%]/.test(part) ? '*' : part))
    .join('/')

function outboxLines({ inside: { outbox }, oldestAt, house }: Known, t: Words): string[] {
  if (!outbox?.events) return [t.empty]
  const dropped = Object.keys(outbox.dropped).reduce((sum, name) => sum + outbox.dropped[name]!, 0)
  return [
    fill(t.owed, { n: outbox.events, kb: Math.ceil(outbox.bytes / 1000) }),
    ...(oldestAt === undefined ? [] : [fill(t.oldest, { n: minutes(house.facts().now - oldestAt) })]),
    ...(dropped ? [fill(t.dropped, { n: dropped })] : []),
  ]
}

const answerWords = ({ work: { answer } }: Known, t: Words) =>
  answer
    ? `${answer.status ? `HTTP ${answer.status}` : t.unreachable}, ${fill(t.ago, { n: minutes(answer.agoMs) })}`
    : t.unanswered

const minutes = (ms: number) => Math.max(0, Math.round(ms / 60_000))

function whyWords({ show, because, trigger, busy }: Why, t: Words): string {
  if (because === 'on screen') return t.yes.shown
  if (show || !because) return fill(t.yes.now, { trigger: triggerWords(trigger, t) })
  return fill(t.because[because], { with: reasons(busy ?? [], t) })
}

/** Names given to `busy`, and those that Customer Success wrote in the console. */
const reasons = (names: string[], t: Words) =>
  names
    .map((name) => (name.startsWith('rule:') ? fill(t.rule, { name: name.slice(5) }) : name || t.nameless))
    .join(', ')

function triggerWords(trigger: Trigger | undefined, t: Words): string {
  switch (trigger?.on) {
    case 'path':
      return fill(t.trigger.path, { what: trigger.path })
    case 'event':
      return fill(t.trigger.event, { what: trigger.event })
    case 'element':
      return fill(t.trigger.element, { what: trigger.target.label })
    case 'idle':
      return fill(t.trigger.idle, { what: trigger.idleMs / 1000 })
    case 'manual':
      return t.trigger.manual
    default:
      return t.trigger.load
  }
}
