import type { Block, Run } from '#contract/block'
import type { TourContent } from '#contract/experience'
import { drawable, type StepDraft, say, type TourDraft } from './draft/draft'
import type { TextLocale } from './locales'
import type { Field } from './stage'

const BLANK: Block = { kind: 'text', runs: { 'pt-BR': [{ text: '' }] } }

/** A step with one of its texts written anew in one language. Pure. */
export function withWords(
  step: StepDraft,
  field: Field,
  locale: TextLocale,
  words: string | Run[],
): Partial<StepDraft> {
  if (field === 'title') return { title: say(step.title, locale, String(words), !words) }
  const [, n, m] = field.split('.')
  const body = step.body.length ? step.body : [BLANK]
  const runs = words as Run[]
  const isEmpty = runs.every(({ text }) => !text)
  return {
    body: body.map((block, index) => (index === Number(n) ? write(block, m, locale, runs, isEmpty) : block)),
  }
}

function write(
  block: Block,
  line: string | undefined,
  locale: TextLocale,
  runs: Run[],
  isEmpty: boolean,
): Block {
  if (block.kind === 'text') return { ...block, runs: say(block.runs, locale, runs, isEmpty) }
  if (block.kind !== 'list') return block
  const items = block.items[locale] ?? block.items['pt-BR'].map(() => [{ text: '' }])
  const next = items.map((item, index) => (index === Number(line) ? runs : item))
  return { ...block, items: { ...block.items, [locale]: next } }
}

/**
 * What a till would draw of the draft, but for two things that only an author wants to see: a text that is missing in
 * her language stays empty instead of falling back, and an empty card has a line to write on.
 */
export function drawn(tour: TourDraft, locale: TextLocale, id: string): TourContent {
  const content = drawable(tour) as Omit<TourContent, 'id' | 'version'>
  const empty = <T>(value: { [locale: string]: T | undefined }, none: T) =>
    ({ ...value, [locale]: value[locale] ?? none }) as never
  const steps = content.steps.map((step) => ({
    ...step,
    title: empty(step.title, ''),
    body: (step.body.length ? step.body : [BLANK]).map((block): Block => {
      if (block.kind === 'text') return { ...block, runs: empty(block.runs, [{ text: '' }]) }
      return block
    }),
  }))
  return { ...content, steps, id, version: 0 } as TourContent
}
