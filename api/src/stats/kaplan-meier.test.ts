// Reference values: R 4.2.2, survival 3.5-3, summary(survfit(Surv(time, event) ~ 1), censored = TRUE), 11 digits.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shops, shopsEnteringLate, shuffled } from './arbitrary'
import { type BandScale, kaplanMeier, type Subject, survivalAt } from './kaplan-meier'
import { aml, amlEnteringLate, four, freireich, nobodyYet, six, sixteenShops } from './published'

/** time, at risk, events, censored, survival, standard error, band from, band to */
type Row = [number, number, number, number, number, number | null, number | null, number | null]

const MAINTAINED: Row[] = [
  [9, 11, 1, 0, 0.90909090909, 0.086678417204, 0.75413384508, 1],
  [13, 10, 1, 1, 0.81818181818, 0.11629129983, 0.6192489874, 1],
  [18, 8, 1, 0, 0.71590909091, 0.13966497056, 0.48842628742, 1],
  [23, 7, 1, 0, 0.61363636364, 0.15263233103, 0.3768670595, 0.99915760023],
  [28, 6, 0, 1, 0.61363636364, 0.15263233103, 0.3768670595, 0.99915760023],
  [31, 5, 1, 0, 0.49090909091, 0.16419326722, 0.2548599512, 0.9455849552],
  [34, 4, 1, 0, 0.36818181818, 0.16266888583, 0.1548771179, 0.87526067814],
  [45, 3, 0, 1, 0.36818181818, 0.16266888583, 0.1548771179, 0.87526067814],
  [48, 2, 1, 0, 0.18409090909, 0.15349274579, 0.035917898489, 0.94352576947],
  [161, 1, 0, 1, 0.18409090909, 0.15349274579, 0.035917898489, 0.94352576947],
]
const MAINTAINED_LOG_LOG: Row[] = [
  [9, 11, 1, 0, 0.90909090909, 0.086678417204, 0.50808020577, 0.98667382267],
  [13, 10, 1, 1, 0.81818181818, 0.11629129983, 0.44742861468, 0.95116222858],
  [18, 8, 1, 0, 0.71590909091, 0.13966497056, 0.35019038591, 0.89902397419],
  [23, 7, 1, 0, 0.61363636364, 0.15263233103, 0.26575204, 0.83529924325],
  [28, 6, 0, 1, 0.61363636364, 0.15263233103, 0.26575204, 0.83529924325],
  [31, 5, 1, 0, 0.49090909091, 0.16419326722, 0.16733090978, 0.75339979037],
  [34, 4, 1, 0, 0.36818181818, 0.16266888583, 0.092829574937, 0.6570408324],
  [45, 3, 0, 1, 0.36818181818, 0.16266888583, 0.092829574937, 0.6570408324],
  [48, 2, 1, 0, 0.18409090909, 0.15349274579, 0.011738480123, 0.52501484273],
  [161, 1, 0, 1, 0.18409090909, 0.15349274579, 0.011738480123, 0.52501484273],
]
const MAINTAINED_PLAIN: Row[] = [
  [9, 11, 1, 0, 0.90909090909, 0.086678417204, 0.73920433313, 1],
  [13, 10, 1, 1, 0.81818181818, 0.11629129983, 0.5902550588, 1],
  [18, 8, 1, 0, 0.71590909091, 0.13966497056, 0.44217077872, 0.9896474031],
  [23, 7, 1, 0, 0.61363636364, 0.15263233103, 0.31448249195, 0.91279023533],
  [28, 6, 0, 1, 0.61363636364, 0.15263233103, 0.31448249195, 0.91279023533],
  [31, 5, 1, 0, 0.49090909091, 0.16419326722, 0.16909620065, 0.81272198117],
  [34, 4, 1, 0, 0.36818181818, 0.16266888583, 0.049356660555, 0.68700697581],
  [45, 3, 0, 1, 0.36818181818, 0.16266888583, 0.049356660555, 0.68700697581],
  [48, 2, 1, 0, 0.18409090909, 0.15349274579, 0, 0.48493116272],
  [161, 1, 0, 1, 0.18409090909, 0.15349274579, 0, 0.48493116272],
]
const NONMAINTAINED: Row[] = [
  [5, 12, 2, 0, 0.83333333333, 0.10758287073, 0.64703698701, 1],
  [8, 10, 2, 0, 0.66666666667, 0.13608276349, 0.44684608115, 0.99462536026],
  [12, 8, 1, 0, 0.58333333333, 0.14231876064, 0.36161370521, 0.94099801217],
  [16, 7, 0, 1, 0.58333333333, 0.14231876064, 0.36161370521, 0.94099801217],
  [23, 6, 1, 0, 0.48611111111, 0.14813006255, 0.26751824886, 0.88331922534],
  [27, 5, 1, 0, 0.38888888889, 0.14698618395, 0.1853965261, 0.81573571569],
  [30, 4, 1, 0, 0.29166666667, 0.13871516913, 0.11483115015, 0.74082201852],
  [33, 3, 1, 0, 0.19444444444, 0.12187450538, 0.056921552572, 0.66422365988],
  [43, 2, 1, 0, 0.097222222222, 0.091866364968, 0.015256527171, 0.61954862912],
  [45, 1, 1, 0, 0, null, null, null],
]
const SIX_MP: Row[] = [
  [6, 21, 3, 1, 0.85714285714, 0.076360354832, 0.71981708392, 1],
  [7, 17, 1, 0, 0.80672268908, 0.08693528518, 0.65312421846, 0.99644367591],
  [9, 16, 0, 1, 0.80672268908, 0.08693528518, 0.65312421846, 0.99644367591],
  [10, 15, 1, 1, 0.75294117647, 0.096349652994, 0.58591898203, 0.96757475455],
  [11, 13, 0, 1, 0.75294117647, 0.096349652994, 0.58591898203, 0.96757475455],
  [13, 12, 1, 0, 0.69019607843, 0.10681470778, 0.5096130991, 0.93476919554],
  [16, 11, 1, 0, 0.62745098039, 0.11405386526, 0.43939392497, 0.89599493854],
  [17, 10, 0, 1, 0.62745098039, 0.11405386526, 0.43939392497, 0.89599493854],
  [19, 9, 0, 1, 0.62745098039, 0.11405386526, 0.43939392497, 0.89599493854],
  [20, 8, 0, 1, 0.62745098039, 0.11405386526, 0.43939392497, 0.89599493854],
  [22, 7, 1, 0, 0.53781512605, 0.12823375169, 0.33703661616, 0.85820084804],
  [23, 6, 1, 0, 0.44817927171, 0.13459145676, 0.24878822682, 0.80737204553],
  [25, 5, 0, 1, 0.44817927171, 0.13459145676, 0.24878822682, 0.80737204553],
  [32, 4, 0, 2, 0.44817927171, 0.13459145676, 0.24878822682, 0.80737204553],
  [34, 2, 0, 1, 0.44817927171, 0.13459145676, 0.24878822682, 0.80737204553],
  [35, 1, 0, 1, 0.44817927171, 0.13459145676, 0.24878822682, 0.80737204553],
]
const SIX: Row[] = [
  [6, 6, 1, 0, 0.83333333333, 0.15214515486, 0.58265479548, 1],
  [7, 5, 0, 1, 0.83333333333, 0.15214515486, 0.58265479548, 1],
  [10, 4, 1, 0, 0.625, 0.21347814096, 0.31999216186, 1],
  [15, 3, 1, 0, 0.41666666667, 0.22178776976, 0.14679191553, 1],
  [19, 2, 0, 1, 0.41666666667, 0.22178776976, 0.14679191553, 1],
  [25, 1, 1, 0, 0, null, null, null],
]
const ENTERING_LATE: Row[] = [
  [5, 8, 2, 0, 0.75, 0.15309310892, 0.50270184129, 1],
  [8, 8, 2, 0, 0.5625, 0.16237976321, 0.31944920137, 0.99047438103],
  [9, 6, 1, 0, 0.46875, 0.16010860572, 0.2399941214, 0.91554976939],
  [12, 7, 1, 0, 0.40178571429, 0.15058990237, 0.19273600213, 0.83757968629],
  [13, 7, 1, 1, 0.3443877551, 0.13958784471, 0.15560989492, 0.76218113201],
  [16, 5, 0, 1, 0.3443877551, 0.13958784471, 0.15560989492, 0.76218113201],
  [18, 4, 1, 0, 0.25829081633, 0.12852895878, 0.097395684039, 0.68498051486],
  [23, 5, 2, 0, 0.1549744898, 0.095652331737, 0.046226095992, 0.51955701584],
  [27, 5, 1, 0, 0.12397959184, 0.081388837332, 0.034242245477, 0.44888817827],
  [28, 4, 0, 1, 0.12397959184, 0.081388837332, 0.034242245477, 0.44888817827],
  [30, 3, 1, 0, 0.082653061224, 0.063895630318, 0.018164798032, 0.37608612647],
  [31, 4, 1, 0, 0.061989795918, 0.051153879717, 0.012300140281, 0.31241390018],
  [33, 4, 1, 0, 0.046492346939, 0.04064520712, 0.0083797649032, 0.2579473707],
  [34, 3, 1, 0, 0.030994897959, 0.029905698076, 0.0046773618126, 0.20539007628],
  [43, 3, 1, 0, 0.020663265306, 0.021648348434, 0.0026510501436, 0.16105713207],
  [45, 3, 1, 1, 0.013775510204, 0.015489247101, 0.0015205921999, 0.12479656373],
  [48, 1, 1, 0, 0, null, null, null],
  [161, 1, 0, 1, 0, null, null, null],
]

const amlLate = [...amlEnteringLate.maintained, ...amlEnteringLate.nonmaintained]

/** Equal, or both absent; held to 1e-9, which is more than the tables' printed digits can hide. */
function expectSame(got: number | null | undefined, truth: number | null) {
  if (truth === null) expect(got ?? null).toBeNull()
  else expect(Math.abs(got! - truth)).toBeLessThan(1e-9)
}

describe('the curve agrees with R', () => {
  test.each<[string, Subject[], BandScale, Row[]]>([
    ['aml, maintained', aml.maintained, 'log', MAINTAINED],
    ['aml, maintained', aml.maintained, 'log-log', MAINTAINED_LOG_LOG],
    ['aml, maintained', aml.maintained, 'plain', MAINTAINED_PLAIN],
    ['aml, nonmaintained', aml.nonmaintained, 'log', NONMAINTAINED],
    ['Freireich, 6-MP', freireich.sixMp, 'log', SIX_MP],
    ['six shops', six, 'log', SIX],
    ['aml with late entries', amlLate, 'log', ENTERING_LATE],
  ])('for %s (%#), band on the %s scale', (_, subjects, band, rows) => {
    const { steps } = kaplanMeier(subjects, { band })
    expect(steps.map(({ time, atRisk, events, censored }) => [time, atRisk, events, censored])).toEqual(
      rows.map((row) => row.slice(0, 4)),
    )
    rows.forEach(([, , , , survival, standardError, low, high], i) => {
      expectSame(steps[i]!.survival, survival)
      expectSame(steps[i]!.standardError, standardError)
      expectSame(steps[i]!.band?.low, low)
      expectSame(steps[i]!.band?.high, high)
    })
  })

  test('for the way to value when shops that left count as censored', () => {
    const curve = kaplanMeier(sixteenShops.map(({ time, cause }) => ({ time, event: cause === 'valor' })))
    const drops = curve.steps.filter((step) => step.events > 0)
    expect(drops.map((step) => step.time)).toEqual([1, 2, 3, 5, 6, 8, 12])
    const truth = [0.875, 0.8125, 0.75, 0.675, 0.6, 0.5, 1 / 3]
    for (const [i, step] of drops.entries()) expect(step.survival).toBeCloseTo(truth[i]!, 12)
  })

  test('at another confidence level', () => {
    const { steps } = kaplanMeier(aml.maintained, { level: 0.9 })
    expectSame(steps[0]!.band?.low, 0.7771352944721)
    expectSame(steps[8]!.band?.high, 0.725519913184)
  })
})

describe('a curve', () => {
  test('counts everyone it watched', () => {
    expect(kaplanMeier(freireich.sixMp)).toMatchObject({ n: 21, events: 9, censored: 12, level: 0.95 })
    expect(kaplanMeier(nobodyYet)).toMatchObject({ n: 3, events: 0, censored: 3 })
  })

  test('of no shops at all is empty', () => {
    expect(kaplanMeier([])).toMatchObject({ n: 0, events: 0, censored: 0, steps: [] })
  })

  test('leaves out a shop imported after its first sale', () => {
    const imported = { time: 10, event: true, entry: 10 }
    expect(kaplanMeier([...four, imported])).toEqual(kaplanMeier(four))
  })

  test('counts a first sale at the very first moment', () => {
    const { steps } = kaplanMeier([
      { time: 0, event: true },
      { time: 3, event: false },
    ])
    expect(steps[0]).toMatchObject({ time: 0, atRisk: 2, events: 1, survival: 0.5 })
  })

  test('counts a sale before a loss from sight on the same day', () => {
    const { steps } = kaplanMeier([
      { time: 5, event: false },
      { time: 5, event: true },
    ])
    expect(steps).toHaveLength(1)
    expect(steps[0]).toMatchObject({ atRisk: 2, events: 1, censored: 1, survival: 0.5 })
  })

  test('refuses a time that is not an age', () => {
    for (const time of [-1, Number.NaN, Infinity]) {
      expect(() => kaplanMeier([{ time, event: true }])).toThrow(RangeError)
    }
    expect(() => kaplanMeier(four, { level: 1 })).toThrow(RangeError)
  })
})

describe('the share still waiting at an age', () => {
  const curve = kaplanMeier(aml.maintained)

  test('is everyone before the first event', () => {
    expect(survivalAt(curve, 0)).toMatchObject({ survival: 1, standardError: 0, band: { low: 1, high: 1 } })
  })

  test('holds from one step to the next', () => {
    expect(survivalAt(curve, 22.9)).toMatchObject({ computable: true, survival: curve.steps[2]!.survival })
    expect(survivalAt(curve, 23)).toMatchObject({ survival: curve.steps[3]!.survival })
  })

  test('is unknown past the last age anyone was watched to', () => {
    expect(survivalAt(curve, 162)).toEqual({ computable: false, because: 'follow-up too short' })
    expect(survivalAt(kaplanMeier([]), 7)).toEqual({ computable: false, because: 'nobody' })
  })

  test('stays zero once everyone got there', () => {
    expect(survivalAt(kaplanMeier(four), 99)).toMatchObject({ computable: true, survival: 0, band: null })
  })
})

describe('for any shops', () => {
  test('survival never rises and stays between 0 and 1, inside its band', () => {
    fc.assert(
      fc.property(
        fc.oneof(shops, shopsEnteringLate),
        fc.constantFrom<BandScale>('log', 'log-log', 'plain'),
        (subjects, band) => {
          let before = 1
          for (const step of kaplanMeier(subjects, { band }).steps) {
            expect(step.survival).toBeLessThanOrEqual(before)
            expect(step.survival).toBeGreaterThanOrEqual(0)
            expect(Number.isNaN(step.standardError)).toBe(false)
            if (step.band) {
              expect(step.band.low).toBeGreaterThanOrEqual(0)
              expect(step.band.low).toBeLessThanOrEqual(step.survival + 1e-12)
              expect(step.band.high).toBeGreaterThanOrEqual(step.survival - 1e-12)
              expect(step.band.high).toBeLessThanOrEqual(1)
            }
            before = step.survival
          }
        },
      ),
    )
  })

  test('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(shuffled(shopsEnteringLate), ({ list, other }) => {
        expect(kaplanMeier(other)).toEqual(kaplanMeier(list))
      }),
    )
  })

  test('without censoring the curve is the plain share still waiting', () => {
    fc.assert(
      fc.property(shops, (list) => {
        const all = list.map(({ time }) => ({ time, event: true }))
        for (const { time, survival } of kaplanMeier(all).steps) {
          const waiting = all.filter((shop) => shop.time > time).length / all.length
          expect(survival).toBeCloseTo(waiting, 12)
        }
      }),
    )
  })

  test('a loss from sight on the day of a sale counts as later than the sale', () => {
    fc.assert(
      fc.property(shops, (list) => {
        const later = list.map((shop) => (shop.event ? shop : { ...shop, time: shop.time + 0.5 }))
        const drops = (subjects: Subject[]) =>
          kaplanMeier(subjects)
            .steps.filter((step) => step.events > 0)
            .map(({ time, atRisk, survival }) => ({ time, atRisk, survival }))
        expect(drops(later)).toEqual(drops(list))
      }),
    )
  })

  test('everyone leaves exactly once', () => {
    fc.assert(
      fc.property(shops, (list) => {
        const { n, events, censored, steps } = kaplanMeier(list)
        expect(n).toBe(list.length)
        expect(events + censored).toBe(n)
        expect(steps[0]!.atRisk).toBe(n)
      }),
    )
  })
})
