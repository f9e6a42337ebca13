import type { Step } from '#contract/experience'
import type { Snapshot } from '#contract/snapshot'
import type { Target } from '#contract/target'
import type { Entry, Kind } from './acts'

/** What was seen of the page when a step began. */
export interface Seen {
  /** What the page calls the element; empty when it has no name. */
  name: string
  /** That name is what the empty field itself asks for. */
  isPrompt?: boolean
  path: string
  target?: Target
  snapshot?: Snapshot
  /** What she wrote over the drafted title, by language. */
  title?: Partial<Record<'pt-BR' | 'en', string>>
}

/** A step without the id and the words below its title, which the draft gives it. */
export type DraftedStep = Pick<Step, 'title' | 'advance' | 'target' | 'path' | 'snapshot'>

const SENTENCES: Record<'pt-BR' | 'en', Record<Kind | 'unnamed' | 'send', string>> = {
  'pt-BR': {
    press: 'Toque em {name}',
    choose: 'Escolha {name}',
    fill: 'Preencha {name}',
    send: 'Preencha {name} e aperte Enter',
    scan: 'Leia o código',
    key: 'Aperte {name}',
    unnamed: 'Toque aqui',
  },
  en: {
    press: 'Tap {name}',
    choose: 'Choose {name}',
    fill: 'Fill in {name}',
    send: 'Fill in {name} and press Enter',
    scan: 'Scan the code',
    key: 'Press {name}',
    unnamed: 'Tap here',
  },
}
/** What fits a card read standing up. */
const TITLE_MAX = 60

/** The title of a step in one language, made of what the page itself calls the element. */
export function titleOf({ kind, sent, key, details }: Entry<Seen>, locale: 'pt-BR' | 'en'): string {
  const own = details.title?.[locale]?.trim()
  if (own) return own
  const sentences = SENTENCES[locale]
  const name = kind === 'key' ? key : details.name
  if (!name && kind !== 'scan') return sentences.unnamed
  if (kind === 'fill' && details.isPrompt) return cut(name!, TITLE_MAX)
  const sentence = sentences[kind === 'fill' && sent ? 'send' : kind]
  const room = TITLE_MAX - sentence.replace('{name}', '').length
  return sentence.replace('{name}', cut(name ?? '', room))
}

const cut = (name: string, room: number) =>
  name.length > room ? `${name.slice(0, room - 1).trimEnd()}…` : name

/** The tour that the recorded acts make: each step goes on by the event that followed, else by her own act. */
export function draftOf(entries: readonly Entry<Seen>[]): DraftedStep[] {
  return entries.map((entry) => {
    const { kind, event, details } = entry
    const { path, target, snapshot } = details
    const isTouch = kind === 'press' || kind === 'choose'
    const advance: Step['advance'] = event
      ? { on: 'event', event: event.slice(0, 80) }
      : { on: isTouch && target ? 'click' : 'button' }
    return {
      title: { 'pt-BR': titleOf(entry, 'pt-BR'), en: titleOf(entry, 'en') },
      advance,
      ...(target && { target }),
      ...(path.startsWith('/') && path.length <= 300 && { path }),
      ...(snapshot && { snapshot }),
    }
  })
}
