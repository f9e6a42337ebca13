/**
 * Data sets that others have published results for; the tests hold every estimator to those results.
 * A `+` marks a censored time, as in print.
 */
import type { CompetingSubject } from './cumulative-incidence'
import type { Subject } from './kaplan-meier'

/** Acute myelogenous leukaemia, weeks to relapse: Miller 1981, in R as survival::aml. */
export const aml = {
  maintained: follow('9 13 13+ 18 23 28+ 31 34 45+ 48 161+'),
  nonmaintained: follow('5 5 8 8 12 16+ 23 27 30 33 43 45'),
}

/** Acute leukaemia, weeks in remission: Freireich et al. 1963, in R as MASS::gehan. */
export const freireich = {
  sixMp: follow('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'),
  placebo: follow('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23'),
}

/** aml with late entries of our own making, maintained first. */
export const amlEnteringLate = {
  maintained: enter(aml.maintained, [0, 4, 12, 0, 10, 20, 25, 0, 30, 40, 50]),
  nonmaintained: enter(aml.nonmaintained, [0, 0, 3, 7, 5, 10, 20, 0, 25, 30, 31, 44]),
}

/** Small sets of our own making, computed in R: one with gaps, one without censoring, one where nobody got there. */
export const six = follow('6 7+ 10 15 19+ 25')
export const four = follow('1 2 3 4')
export const nobodyYet = follow('5+ 6+ 7+')

/** Sixteen shops of our own making that reach value (v), leave (c) or are still on their way (+). */
export const sixteenShops: CompetingSubject[] = '1v 1v 2v 3c 3v 4+ 5v 6c 6v 7+ 8v 9c 10+ 12v 12+ 14+'
  .split(' ')
  .map((text) => ({
    time: Number.parseInt(text, 10),
    cause: text.endsWith('v') ? 'valor' : text.endsWith('c') ? 'churn' : null,
  }))

function follow(times: string): Subject[] {
  return times.split(' ').map((text) => ({ time: Number.parseInt(text, 10), event: !text.endsWith('+') }))
}

function enter(subjects: Subject[], entries: number[]): Subject[] {
  return subjects.map((subject, i) => ({ ...subject, entry: entries[i]! }))
}
