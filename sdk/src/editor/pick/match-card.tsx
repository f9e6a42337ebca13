import { useMemo, useState } from 'preact/hooks'
import type { Target } from '#contract/target'
import { matches } from '../../targets/find'
import { classesOf, keyOf } from '../../targets/signals'
import type { Doubt } from './grade'
import { Icon } from './icons'
import { type Ground, judgeTarget, type Match } from './match'
import { kindWordOf, labelOf, nameOf } from './names'
import { fill, type PickTexts } from './texts'

interface MatchCardProps {
  element: Element
  match: Match
  say: PickTexts
  onUse(element: Element, match: Match): void
  /** Absent at the page itself. */
  onUp?: () => void
  onAgain(): void
}

/** How surely the element is found again, why, and what would be surer. */
export function MatchCard({ element, match: pointed, say, onUse, onUp, onAgain }: MatchCardProps) {
  const [anchor, setAnchor] = useState<'row' | 'place'>('row')
  const [selector, setSelector] = useState('')
  const [isOpen, setOpen] = useState(false)
  const match = useMemo(() => {
    const base: Target = anchor === 'place' && pointed.byPlace ? pointed.byPlace.target : pointed.target
    const typed = selector.trim() ? { ...base, selector: selector.trim() } : base
    return typed === pointed.target ? pointed : judgeTarget(typed, element)
  }, [pointed, anchor, selector, element])
  const better = match.meter < 4 ? pointed.better : undefined
  const row = pointed.target.fingerprint?.row
  return (
    <section
      class="pick-card"
      data-level={match.level}
      role="dialog"
      aria-label={say.thisTargetIs}
      tabIndex={-1}
    >
      <div class="pick-head">
        <span>{say.thisTargetIs}</span>
        <span class="pick-meter" role="img" aria-label={fill(say.meter, { n: match.meter })}>
          {[1, 2, 3, 4].map((n) => (
            <i key={n} class={n <= match.meter ? 'on' : undefined} />
          ))}
        </span>
      </div>
      <h2 class="pick-level">{say.levels[match.level]}</h2>
      <p class="pick-why">{summaryOf(match, say)}</p>
      <ul class="pick-rows">
        {rowsOf(match, element, say).map(({ mark, title, detail }) => (
          <li key={title}>
            <span class={`pick-${mark}`}>
              <Icon name={mark === 'yes' ? 'check' : mark === 'no' ? 'cross' : 'dash'} />
            </span>
            <b>{title}</b>
            <small>{detail}</small>
          </li>
        ))}
      </ul>
      {match.survives.length > 0 && (
        <ul class="pick-tried" aria-label={say.tested}>
          {match.survives.map(({ change, outcome }) => (
            <li key={change} class={outcome === 'found' ? 'pick-found' : 'pick-lost'}>
              <span class={outcome === 'found' ? 'pick-yes' : 'pick-no'}>
                <Icon name={outcome === 'found' ? 'check' : 'cross'} size={14} />
              </span>
              {say.changes[change]}
              <span class="pick-spoken">{say.outcomes[outcome]}</span>
            </li>
          ))}
        </ul>
      )}
      {pointed.byPlace && row && (
        <fieldset class="pick-anchor">
          <legend>{say.anchor}</legend>
          {(['row', 'place'] as const).map((value) => (
            <label key={value}>
              <input
                type="radio"
                name="pick-anchor"
                checked={anchor === value}
                onChange={() => setAnchor(value)}
              />
              {value === 'row'
                ? fill(say.anchorRow, { words: rowWords(row, element) })
                : fill(say.anchorPlace, { n: pointed.byPlace!.n })}
            </label>
          ))}
        </fieldset>
      )}
      <div class="pick-acts">
        {better ? (
          <>
            <button type="button" class="pick-main" onClick={() => onUse(better.element, better.match)}>
              {fill(say.better[better.why], { name: labelOf(better.element, say) })}
            </button>
            <button type="button" onClick={() => onUse(element, match)}>
              {say.useAnyway}
            </button>
          </>
        ) : (
          <>
            <button
              type="button"
              class={match.meter ? 'pick-main' : undefined}
              onClick={() => onUse(element, match)}
            >
              {match.meter > 1 ? say.use : say.useAnyway}
            </button>
            <button type="button" class={match.meter ? undefined : 'pick-main'} onClick={onUp ?? onAgain}>
              {onUp ? say.oneUp : say.pickAnother}
            </button>
          </>
        )}
      </div>
      <button type="button" class="pick-expert" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="down" size={16} />
        {say.expert}
      </button>
      {isOpen && (
        <div class="pick-field">
          <input
            aria-label={say.selector}
            spellcheck={false}
            autocomplete="off"
            maxLength={300}
            value={selector}
            // The overlay keeps a touch from taking the focus out of the host's field; this one wants it.
            onPointerUp={(event) => event.currentTarget.focus()}
            onInput={(event) => setSelector(event.currentTarget.value)}
          />
          {selector.trim() && <p role="status">{foundBy(selector.trim(), element, say)}</p>}
        </div>
      )}
    </section>
  )
}

function foundBy(selector: string, element: Element, say: PickTexts): string {
  const found = matches(selector, document)
  if (!found.length) return say.selectorNone
  if (found.length > 1) return fill(say.selectorMany, { n: found.length })
  return found[0] === element ? say.selectorOne : say.selectorOther
}

function summaryOf({ twins, unique, doubts, survives }: Match, say: PickTexts): string {
  const alike = unique ? say.unique : twins === 1 ? say.twin : fill(say.twins, { n: twins })
  const [first] = doubts.filter((doubt) => say.advice[doubt])
  if (first === 'recycles' || first === 'missing' || first === 'item') return say.advice[first]
  if (first) return `${alike} ${say.advice[first]}`
  const lost = survives.filter(({ outcome }) => outcome !== 'found').map(({ change }) => change)
  if (!lost.length) return `${alike} ${say.allSurvived}`
  const singly = lost.filter((change) => change !== 'together').map((change) => say.changes[change])
  return `${alike} ${singly.length ? fill(say.someLost, { changes: singly.join(', ') }) : say.togetherLost}`
}

interface CardRow {
  mark: 'yes' | 'no' | 'neutral'
  title: string
  detail: string
}

const ROWS = 4
const AMOUNT = /(R\$|US\$|[$€£])\s?\d[\d.,]*/

function rowsOf({ rests, doubts, level, survives }: Match, element: Element, say: PickTexts): CardRow[] {
  const against = doubts
    .filter((doubt) => doubt !== 'unmarked' || level === 'weak' || level === 'sure')
    .slice(0, 2)
    .map((doubt) => doubtRow(doubt, element, say))
  const text = element.textContent ?? ''
  const amount = AMOUNT.exec(text)?.[0]
  const isCounted = survives.some(({ change, outcome }) => change === 'numbers' && outcome !== 'found')
  const ignored: CardRow[] =
    /\d/.test(text) && !isCounted && !against.length
      ? [
          {
            mark: 'neutral',
            title: say.ignored,
            detail: amount ? fill(say.ignoredAmount, { value: amount }) : say.ignoredNumbers,
          },
        ]
      : []
  // Where it stands today tells nobody anything, as long as there is something better to tell.
  const solid = rests.filter(({ signal }) => signal !== 'place')
  const grounds = (solid.length ? solid : rests)
    .slice(0, ROWS - against.length - ignored.length)
    .map((ground) => groundRow(ground, element, say))
  return [...grounds, ...against, ...ignored]
}

const MARKS = ['data-guia', 'data-testid', 'data-test', 'data-cy', 'data-qa']

function groundRow({ signal, value }: Ground, element: Element, say: PickTexts): CardRow {
  const attribute = MARKS.find((name) => element.hasAttribute(name)) ?? ''
  const shown =
    signal === 'name' ? nameOf(element) || value : signal === 'row' ? rowWords(value, element) : value
  const kind = say.kinds[kindWordOf(element)].toLocaleLowerCase()
  return {
    mark: 'yes',
    title: say.signals[signal],
    detail: fill(say.details[signal], { value: shown, attribute, kind }),
  }
}

function doubtRow(doubt: Doubt, element: Element, say: PickTexts): CardRow {
  const isGenerated =
    doubt === 'unmarked' && element.getAttribute('class')?.trim() && !classesOf(element).length
  const [title, detail] = isGenerated && !keyOf(element) ? say.generated : say.doubts[doubt]
  return { mark: 'no', title: title!, detail: detail! }
}

/** The words of a line as the page writes them: the fingerprint keeps them small. */
function rowWords(row: string, element: Element): string {
  const around =
    element.closest('tr,li,[role=row],[role=listitem],article') ?? element.parentElement ?? element
  const text = around.textContent ?? ''
  return row
    .split(' ')
    .map((word) => {
      const at = text.toLowerCase().indexOf(word)
      return at < 0 ? word : text.slice(at, at + word.length)
    })
    .join(' ')
}
