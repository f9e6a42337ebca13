// Fits the weights of sdk/src/targets/weights.ts on the pages of a locator bench.
// npx tsx sdk/bench/locator/fit.ts --bench <folder> [--stride 2] [--keep questions.json] [--folds 6] [--absence]
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ABSENCE, EVIDENCE, SURE } from '../../src/targets/weights'
import { askAll, type Question } from './questions'

const { values } = parseArgs({
  options: {
    bench: { type: 'string' },
    stride: { type: 'string' },
    keep: { type: 'string' },
    folds: { type: 'string' },
    absence: { type: 'boolean' },
  },
})

const BY_HAND = new Set([4, 8, 9, 26, 30])

/** How strongly a weight is held to zero: with fewer cases than this would need, a signal says little. */
const RIDGE = 0.0005
/**
 * Set by hand, for want of cases (the reasons stand in weights.ts): by place in `EVIDENCE`. With `--absence` all of them
 * are held: a fingerprint keeps how much spoke for its rival, so what that proves is fitted last.
 */
const HELD = new Map(
  EVIDENCE.flatMap((weight, i) => (values.absence || BY_HAND.has(i) ? [[i, weight] as const] : [])),
)
/** What speaks against can only speak against, and what speaks for only for. */
const AGAINST = new Set([3, 4, 5, 7, 9, 11, 13, 14, 15, 17, 18, 19, 21, 22, 23, 24, 26, 28, 30])

/** One candidate's evidence without its zeros, which are most of it. */
interface Row {
  at: Uint8Array
  value: Float64Array
}

interface Flat {
  rows: Row[]
  /** Its evidence stands after the candidates', among the weights too. */
  none: Row
  right: boolean[]
  answerable: boolean
}

const sparse = (values: readonly number[], from = 0): Row => {
  const at = values.flatMap((value, i) => (value ? [i] : []))
  return { at: Uint8Array.from(at, (i) => from + i), value: Float64Array.from(at, (i) => values[i]!) }
}

const flat = ({ evidence, absence, right }: Question): Flat => ({
  rows: evidence.map((row) => sparse(row)),
  none: sparse(absence, evidence[0]!.length),
  right,
  answerable: right.some(Boolean),
})

const weigh = ({ at, value }: Row, w: Float64Array) => {
  let sum = 0
  for (let i = 0; i < at.length; i++) sum += value[i]! * w[at[i]!]!
  return sum
}

const push = ({ at, value }: Row, by: number, slope: Float64Array) => {
  for (let i = 0; i < at.length; i++) slope[at[i]!]! += by * value[i]!
}

/**
 * A conditional logit (McFadden 1974) over a question's candidates and "none of them".
 * @param slope where the loss's slope is written
 * @param bias the weight that the ridge leaves alone
 * @returns mean loss in nats
 */
function loss(questions: readonly Flat[], w: Float64Array, slope: Float64Array, bias: number): number {
  slope.fill(0)
  let total = 0
  for (const { rows, none, right, answerable } of questions) {
    const scores = rows.map((row) => weigh(row, w))
    const nothing = weigh(none, w)
    const top = Math.max(nothing, ...scores)
    const part = scores.map((score) => Math.exp(score - top))
    const noPart = Math.exp(nothing - top)
    const whole = part.reduce((a, b) => a + b, noPart)
    const good = answerable ? part.reduce((sum, p, i) => sum + (right[i] ? p : 0), 0) : noPart
    total -= Math.log(good / whole)
    rows.forEach((row, i) => {
      push(row, part[i]! / whole - (answerable && right[i] ? part[i]! / good : 0), slope)
    })
    push(none, noPart / whole - (answerable ? 0 : 1), slope)
  }
  let ridge = 0
  for (let k = 0; k < w.length; k++) {
    slope[k] = slope[k]! / questions.length
    if (HELD.has(k) || k === bias) continue
    ridge += RIDGE * w[k]! * w[k]!
    slope[k]! += 2 * RIDGE * w[k]!
  }
  return total / questions.length + ridge
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)

/** Accelerated projected gradient (FISTA, Beck & Teboulle 2009) with backtracking: the loss is convex. */
function fitted(asked: readonly Question[]): Float64Array {
  const questions = asked.map(flat)
  const signals = asked[0]!.evidence[0]!.length
  const size = signals + asked[0]!.absence.length
  const project = (w: Float64Array) => {
    for (let k = 0; k < signals; k++)
      w[k] = HELD.get(k) ?? (AGAINST.has(k) ? Math.min(0, w[k]!) : Math.max(0, w[k]!))
    return w
  }
  let w = project(new Float64Array(size))
  let ahead = w
  let momentum = 1
  let step = 1
  const slope = new Float64Array(size)
  const unused = new Float64Array(size)
  let before = Number.POSITIVE_INFINITY
  for (let round = 0, still = 0; round < 3000 && still < 20; round++) {
    const here = loss(questions, ahead, slope, signals)
    let next: Float64Array
    let now: number
    for (;;) {
      next = project(ahead.map((value, k) => value - step * slope[k]!))
      now = loss(questions, next, unused, signals)
      const moved = next.map((value, k) => value - ahead[k]!)
      if (now <= here + dot(moved, slope) + dot(moved, moved) / (2 * step) + 1e-12) break
      step /= 2
    }
    const grown = now > before ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2
    const pull = now > before ? 0 : (momentum - 1) / grown
    still = Math.abs(before - now) < 1e-7 ? still + 1 : 0
    ahead = next.map((value, k) => value + pull * (value - w[k]!))
    w = next
    momentum = grown
    before = now
  }
  return w
}

function answer({ evidence, absence, right, together }: Question, w: Float64Array) {
  if (!evidence.length) return { right: false, sure: 0 }
  const scores = evidence.map((row) => weigh(sparse(row), w))
  const best = scores.indexOf(Math.max(...scores))
  const top = Math.max(0, scores[best]!)
  const part = scores.map((score) => Math.exp(score - top))
  const none = Math.exp(weigh(sparse(absence, evidence[0]!.length), w) - top)
  const whole = part.reduce((a, b) => a + b, none)
  return { right: right[best]!, sure: together[best]!.reduce((sum, i) => sum + part[i]!, 0) / whole }
}

function report(
  title: string,
  asked: readonly Question[],
  answers: ReturnType<typeof answer>[],
  sure = SURE,
) {
  const percent = (n: number, of: number) => (of ? ((100 * n) / of).toFixed(1) : '-').padStart(5)
  console.log(`\n${title}, answering from ${sure}\ntrack      first  correct wrong false  really removed`)
  for (const track of new Set(asked.map((q) => q.track))) {
    const of = (pick: (q: Question) => boolean) =>
      answers.filter((_, i) => asked[i]!.track === track && pick(asked[i]!))
    const here = of((q) => q.variant === 'present')
    const gone = of((q) => q.variant !== 'present')
    const absent = of((q) => q.variant === 'absent')
    const given = (list: typeof here) => list.filter((a) => a.sure >= sure)
    console.log(
      track.padEnd(9),
      percent(here.filter((a) => a.right).length, here.length),
      ' ',
      percent(given(here).filter((a) => a.right).length, here.length),
      percent(given(here).filter((a) => !a.right).length, here.length),
      percent(given(gone).length, gone.length),
      ' ',
      percent(given(absent).length, absent.length),
    )
  }
}

if (!values.bench) {
  console.error('Pass the folder of a locator bench: npx tsx sdk/bench/locator/fit.ts --bench <folder>')
  process.exit(2)
}
const kept = values.keep && existsSync(values.keep) ? readFileSync(values.keep, 'utf8') : ''
const asked: Question[] = kept ? JSON.parse(kept) : await askAll(values.bench, Number(values.stride ?? 2))
if (values.keep && !kept) writeFileSync(values.keep, JSON.stringify(asked))

const learnable = asked.filter((q) => q.evidence.length)
const shipped = Float64Array.from([...EVIDENCE, ...ABSENCE])
if (shipped.length === learnable[0]!.evidence[0]!.length + learnable[0]!.absence.length)
  report(
    'weights that ship',
    asked,
    asked.map((q) => answer(q, shipped)),
  )

const w = fitted(learnable)
const signals = learnable[0]!.evidence[0]!.length
for (const sure of [0.4, SURE, 0.5])
  report(
    'fitted on all',
    asked,
    asked.map((q) => answer(q, w)),
    sure,
  )

// Sites left out of a fit tell how the weights do on pages nobody tuned for.
const sites = [...new Set(asked.map((q) => q.site))].sort()
const folds = Number(values.folds ?? 6)
const fold = new Map(sites.map((site, i) => [site, i % folds]))
const without = Array.from({ length: folds }, (_, n) =>
  fitted(learnable.filter((q) => fold.get(q.site) !== n)),
)
if (folds)
  report(
    'sites left out',
    asked,
    asked.map((q) => answer(q, without[fold.get(q.site)!]!)),
  )

const round = (value: number, digits: number) => Number(value.toFixed(digits))
console.log(`\nEVIDENCE ${JSON.stringify([...w.slice(0, signals)].map((v) => round(v, 1)))}`)
console.log(`ABSENCE ${JSON.stringify([...w.slice(signals)].map((v) => round(v, 2)))}`)
