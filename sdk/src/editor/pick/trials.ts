import type { Fingerprint } from '#contract/fingerprint'
import type { Target } from '#contract/target'
import { find } from '../../targets/find'
import { isSameControl, locate } from '../../targets/locate'

/** What a new release does to a page. */
export const CHANGES = ['classes', 'moved', 'wrapped', 'translated', 'numbers', 'together'] as const
export type Change = (typeof CHANGES)[number]

export interface Trial {
  change: Change
  /** `wrong`: another element would be taken for it, which is worse than none. */
  outcome: 'found' | 'missing' | 'wrong'
  /** 0 when missing. */
  confidence: number
}

/** Words that no page has: each letter another one, so that lengths and capitals stay. */
const foreign = (text: string) =>
  text.replace(/\p{L}/gu, (letter) => {
    const code = letter.normalize('NFD').toLowerCase().charCodeAt(0) - 97
    return code >= 0 && code < 26 ? String.fromCharCode(97 + ((code * 7 + 5) % 26)) : 'q'
  })

const otherDigits = (text: string) => text.replace(/\d/g, (digit) => String((Number(digit) + 3) % 10))

const lastNth = (step: string) => {
  const [tag, n = '1'] = step.split(':')
  return `${tag}:${Number(n) + 2}`
}

/**
 * The fingerprint as it would have been taken had the page been the other way round: searching today's page for it
 * is searching the changed page for today's element, without touching the host.
 */
export function changed(fp: Fingerprint, change: Change): Fingerprint {
  const [x, y, w, h, pageW, pageH] = fp.box
  const steps = fp.path.split('>')
  switch (change) {
    case 'classes':
      return { ...fp, cls: fp.cls && 'renamed-away anew-built' }
    case 'moved':
      return {
        ...fp,
        path: ['div:7', 'section', ...steps.slice(1, -1), lastNth(steps.at(-1) ?? '')].join('>'),
        // To the other half of the page, both ways.
        box: [(x + pageW / 2) % pageW, (y + pageH / 2) % pageH, w, h, pageW, pageH],
        near: fp.near && foreign(fp.near),
      }
    case 'wrapped':
      return {
        ...fp,
        path: [...steps.slice(0, -1), 'form', 'div', steps.at(-1)].join('>'),
        box: [x - 12, y - 20, w, h, pageW, pageH],
      }
    case 'translated':
      return {
        ...fp,
        says: fp.says?.map(foreign),
        near: fp.near && foreign(fp.near),
        row: fp.row && foreign(fp.row),
        rivals: fp.rivals?.map(foreign),
      }
    case 'together':
      return CHANGES.slice(0, -1).reduce(changed, fp)
    case 'numbers':
      return applies(fp, change)
        ? { ...fp, says: fp.says?.map(otherDigits), near: fp.near && otherDigits(fp.near) }
        : fp
  }
}

const LABELS = /\[(aria-label|title|alt|placeholder|value)[^\]]*\]/
const BY_PLACE = /[>+~]|:(nth|first|last|only)-/

/** A typed selector on the changed page: what it asked for may be gone there. */
export function changedSelector(selector: string, change: Change): string | undefined {
  const breaks = {
    classes: /\.[\w-]|\[class/.test(selector),
    moved: BY_PLACE.test(selector),
    wrapped: />/.test(selector),
    translated: LABELS.test(selector),
    numbers: /\[(aria-label|title|value)[^\]]*\d/.test(selector),
  }
  const isGone = change === 'together' ? Object.values(breaks).includes(true) : breaks[change]
  return isGone ? undefined : selector
}

/** Changes that could make a difference: a number beside words may be another one; the key "7" stays the 7. */
const applies = ({ says = [] }: Fingerprint, change: Change) =>
  change !== 'numbers' || says.some((text) => /\d/.test(text) && /\p{L}/u.test(text))

/** Searches the page for the target after each change, by the till's own search. */
export function tryOut(
  target: Pick<Target, 'selector' | 'fingerprint'>,
  element: Element,
  root: ParentNode,
): Trial[] {
  const { selector, fingerprint } = target
  if (!fingerprint) return []
  return CHANGES.filter((change) => applies(fingerprint, change)).map((change) => {
    const then = changed(fingerprint, change)
    const still = selector && changedSelector(selector, change)
    // Asked twice: a typed selector goes first, and the search by fingerprint is this chunk's own.
    const found = (still && find({ selector: still }, root)) || locate(then, root)
    const outcome = !found ? 'missing' : isSameControl(found.element, element) ? 'found' : 'wrong'
    return { change, outcome, confidence: found?.confidence ?? 0 }
  })
}
