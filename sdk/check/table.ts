import type { MissingReason } from '#contract/sight'
import type { Verdict } from './index'

const REASONS: Record<MissingReason, string> = {
  absent: 'nothing alike on the page',
  several: 'several alike, none preferred',
  weak: 'only a weak match',
  hidden: 'on the page, but not shown',
  closed: 'in a closed list, menu or dialog',
  unknown: 'no reason known',
}

/** The verdicts for a person at a terminal: what is missing first, then a sentence that counts. Pure. */
export function table(verdicts: Verdict[]): string {
  if (!verdicts.length) return 'No published tour points at an element in this environment: nothing to check.'
  const order = { missing: 0, unchecked: 1, found: 2 }
  const rows = verdicts
    .toSorted(
      (a, b) => order[a.is] - order[b.is] || a.experience.localeCompare(b.experience) || a.place - b.place,
    )
    .map((verdict) => [
      verdict.is,
      verdict.experience,
      `step ${verdict.place}`,
      verdict.label,
      verdict.is === 'unchecked' ? `belongs to ${verdict.path ?? 'any page'}` : (verdict.at ?? ''),
      aside(verdict),
    ])
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
  const count = (is: Verdict['is']) => verdicts.filter((verdict) => verdict.is === is).length
  const unchecked = count('unchecked')
  return [
    ...lines,
    '',
    `${count('missing')} missing, ${count('found')} found${unchecked ? `, ${unchecked} not checked: open their pages too` : ''}.`,
  ].join('\n')
}

function aside({ is, because, n, confidence = 0 }: Verdict): string {
  if (is === 'found') return `${Math.round(confidence * 100)} % sure`
  if (is === 'unchecked' || !because) return ''
  return `${REASONS[because]}${because === 'several' && n ? ` (${n})` : ''}`
}
