import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Rect } from '../surfaces/frame/place'
import type { StepDraft } from './draft/draft'
import { Icon } from './icon'
import type { TextLocale, Texts } from './locales'
import type { Field } from './stage'

/** What reads well at the counter; the hard limit lies far above. */
const LETTERS = { title: 60, body: 90 }

interface Props {
  t: Texts
  field: Field
  words: TextLocale
  step: StepDraft
  card: Rect
  /** Takes one edge of the screen. */
  rail: Rect
  onBold: () => void
  onInsert: (text: string) => void
}

/** Stands above the card while a text is written: bold, the names a till fills in, and how many letters it has. */
export function TextBar({ t, field, words, step, card, rail, onBold, onInsert }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { offsetHeight: height, offsetWidth: width } = box.current!
    const isRailAbove = rail.y === 0
    const first = (isRailAbove ? rail.height : 0) + 8
    const last = (isRailAbove ? innerHeight : rail.y) - height - 8
    const above = card.y - height - 12
    const y = above >= first ? above : card.y + card.height + 12
    const x = Math.max(8, Math.min(card.x, innerWidth - width - 8))
    box.current!.style.transform = `translate(${Math.round(x)}px,${Math.round(Math.min(y, last))}px)`
  })
  const isTitle = field === 'title'
  const most = isTitle ? LETTERS.title : LETTERS.body
  const letters = lettersOf(step, field, words)
  // Pressing must not take the focus, or the text would close.
  const stay = (event: Event) => event.preventDefault()
  return (
    <div class="text-bar dark" ref={box} onMouseDown={stay} onPointerDown={stay} role="toolbar">
      {!isTitle && (
        <button type="button" class="icon" aria-label={t.bold} title={t.bold} onClick={onBold}>
          <Icon name="bold" />
        </button>
      )}
      <button type="button" class="soft" onClick={() => onInsert(t.personValue)}>
        <Icon name="braces" size={16} />
        {t.person}
      </button>
      <button type="button" class="soft" onClick={() => onInsert(t.shopValue)}>
        <Icon name="braces" size={16} />
        {t.shop}
      </button>
      <span class={letters > most ? 'count over' : 'count'} role="status">
        {t.count(letters, most)}
      </span>
    </div>
  )
}

/** As read: a place for a name counts as the words that stand in for it. */
function lettersOf(step: StepDraft, field: Field, locale: TextLocale): number {
  const [, n, m] = field.split('.')
  const block = step.body[Number(n)]
  const runs =
    block?.kind === 'text'
      ? block.runs[locale]
      : block?.kind === 'list'
        ? block.items[locale]?.[Number(m)]
        : undefined
  const words = field === 'title' ? step.title[locale] : runs?.map(({ text }) => text).join('')
  return (words ?? '').replace(/\{\{[^|{}]*\|?([^{}]*)\}\}/g, '$1').length
}
