import type { Candidate } from '#contract/bundle'
import { type Because, type Decision, decide, inOrder } from '#contract/decide'
import type { Kind } from '#contract/experience'
import type { Facts } from '#contract/facts'
import type { Run } from './core/people'
import { uuidv7 } from './core/uuidv7'
import type { Visit } from './core/visit'
import type * as Stage from './stage'
import { surfaces } from './surfaces/registry'
import type { Running, Stop, Surface, SurfaceContext } from './surfaces/surface'
import { isStillTrue, onTrigger } from './triggers'
import { onIdle } from './triggers/idle'

const RESUME_MS = 12 * 60 * 60_000 // A shift: what was left open yesterday is asked for anew by its trigger.
const CALM_MS = 1000 // After a sale: a breath without touches before anything opens.
const WAIT_MS = 10 * 60_000 // What could not be shown by then belongs to a moment that has passed.

/** Who asked: the content's own trigger, the person (or host), or the page before the reload. */
type Asked = 'trigger' | 'person' | 'resume'

interface Wish {
  asked: Asked
  at: number
}

interface Shown {
  candidate: Candidate
  run: Run
  running?: Running
}

export interface Why {
  show: boolean
  because?: Because | 'not a candidate' | 'switched off' | 'on screen'
  trigger?: Candidate['trigger']
}

/** What the screen needs of the rest. */
export interface House {
  visit: Visit
  candidates(): Candidate[]
  facts(): Facts
  /** Runs left open by an earlier page. */
  openRuns(): Record<string, Run>
  keepRun(experience: string, run: Run | undefined): void
  stage(): Promise<typeof Stage | undefined>
  context(candidate: Candidate, run: Run, closed: () => void): Promise<SurfaceContext | undefined>
  content(candidate: Candidate): Promise<unknown>
  /** What another tab did since, and ids that were switched off; never takes longer than 300 ms. */
  refresh(): Promise<ReadonlySet<string>>
  /** Something takes the screen, or nothing does any more. */
  occupied(isOccupied: boolean): void
  safe<A extends unknown[], R>(fn: (...args: A) => R): (...args: A) => R | undefined
}

export interface Screen {
  /** Asks by hand; false when this person has no such experience. */
  show(id: string): boolean
  hide(id?: string): void
  why(id: string): Why
  /** The candidates are new: triggers listen for these from now on, open ones that are gone close. */
  renew(): void
  switchOff(ids: ReadonlySet<string>): void
  open(): string[]
  /** Clears the screen and listens no more. */
  stop: Stop
}

/** Decides what is on the screen: at most one that takes it, and one of each kind that only rests at its edge. */
export function startScreen(house: House): Screen {
  const { visit, facts, safe } = house
  const places = new Map<string, Shown>()
  const wishes = new Map<string, Wish>()
  let off: ReadonlySet<string> = new Set()
  let listening: Stop[] = []
  let calm: Stop | undefined

  const placeOf = (kind: Kind) => (surfaces[kind].exclusive ? 'screen' : kind)
  const find = (id: string) => house.candidates().find((candidate) => candidate.id === id)
  const shownAs = (id: string) => [...places.values()].find(({ candidate }) => candidate.id === id)

  function verdict(candidate: Candidate, asked: Asked): Decision {
    if (asked === 'trigger') return decide(candidate, facts())
    // She asked, or it was open a moment ago: only time and a sale stand against it.
    const { id, kind, version, hash, priority, trigger, expiresAt, duringSale } = candidate
    const bare = { id, kind, version, hash, priority, trigger, expiresAt, duringSale, frequency: {} }
    return decide(bare, { ...facts(), history: {} })
  }

  const consider = safe(() => {
    for (const candidate of inOrder(house.candidates())) {
      const wish = wishes.get(candidate.id)
      if (!wish) continue
      const isStale = performance.now() - wish.at > WAIT_MS || !isStillTrue(candidate.trigger, visit)
      const decision = verdict(candidate, wish.asked)
      if (off.has(candidate.id) || (wish.asked === 'trigger' && isStale)) wishes.delete(candidate.id)
      else if (decision.show) void open(candidate, wish)
      else if (decision.because !== 'busy') wishes.delete(candidate.id)
    }
  })

  function wish(id: string, asked: Asked) {
    if (shownAs(id)) return
    // A trigger doesn't weaken what a person asked for.
    if (asked !== 'trigger' || (wishes.get(id)?.asked ?? asked) === asked)
      wishes.set(id, { asked, at: performance.now() })
    consider()
  }

  const open = safe(async (candidate: Candidate, wished: Wish) => {
    const { id, kind } = candidate
    const place = placeOf(kind)
    if (places.has(place) && wished.asked !== 'person') return
    close(place, true)
    const run = house.openRuns()[id] ?? { id: uuidv7(), at: Date.now() }
    const shown: Shown = { candidate, run }
    places.set(place, shown)
    wishes.delete(id)

    const closed = () => {
      if (places.get(place) === shown) close(place, true)
      consider()
    }
    let running: Running | undefined
    try {
      const [surface, context, content, gone] = await Promise.all([
        // Offline, a part that was never fetched is nobody's fault: it is tried again at the next occasion.
        (surfaces[kind].load() as Promise<{ show: Surface }>).catch(() => undefined),
        house.context(candidate, run, closed),
        house.content(candidate),
        house.refresh(),
      ])
      off = gone
      // Meanwhile a sale may have begun, another person signed in, or another tab shown it.
      if (places.get(place) !== shown) return
      const decision = verdict(candidate, wished.asked)
      if (decision.show && surface && context && content && !gone.has(id)) {
        running = surface.show(content as Parameters<Surface>[0], context, {
          startedByPerson: wished.asked === 'person',
        })
        if (places.get(place) !== shown) return running.stop()
        shown.running = running
        running.setBusy(isInTheWay(candidate))
        house.keepRun(id, run)
        if (place === 'screen') house.occupied(true)
      } else if (!decision.show && decision.because === 'busy') wishes.set(id, wished)
    } finally {
      if (!running && places.get(place) === shown) places.delete(place)
    }
    if (!running) consider()
  })

  /** `forget`: it came to its end, and a reload need not bring it back. */
  function close(place: string, forget: boolean) {
    const shown = places.get(place)
    if (!shown) return
    places.delete(place)
    if (forget) house.keepRun(shown.candidate.id, undefined)
    if (place === 'screen') house.occupied(false)
    shown.running?.stop()
  }

  const isInTheWay = ({ duringSale }: Candidate) => visit.isBusy() && !duringSale

  const stopBusy = visit.busyChanged.on(
    safe((isBusy) => {
      for (const { candidate, running } of places.values()) running?.setBusy(isInTheWay(candidate))
      calm?.()
      calm = undefined
      if (!isBusy && wishes.size)
        calm = onIdle(CALM_MS, () => {
          calm?.()
          consider()
        })
    }),
  )

  function silence() {
    for (const stop of listening) stop()
    listening = []
  }

  return {
    show(id) {
      if (!find(id)) return false
      wish(id, 'person')
      return true
    },
    hide(id) {
      for (const [place, { candidate }] of [...places]) if (!id || candidate.id === id) close(place, true)
      if (id) wishes.delete(id)
      else wishes.clear()
      consider()
    },
    why(id) {
      const candidate = find(id)
      if (!candidate) return { show: false, because: 'not a candidate' }
      const { trigger } = candidate
      if (off.has(id)) return { show: false, because: 'switched off', trigger }
      if (shownAs(id)) return { show: true, because: 'on screen', trigger }
      return { ...decide(candidate, facts()), trigger }
    },
    renew() {
      silence()
      for (const [place, { candidate }] of [...places]) if (!find(candidate.id)) close(place, true)
      const moments = {
        visit,
        watch: (...args: Parameters<typeof Stage.watch>) => {
          let stop: Stop | undefined
          let isOver = false
          void house.stage().then((stage) => {
            if (!isOver) stop = stage?.watch(...args)
          })
          return () => {
            isOver = true
            stop?.()
          }
        },
      }
      const open = house.openRuns()
      for (const candidate of inOrder(house.candidates())) {
        const { id, trigger } = candidate
        const run = open[id]
        if (run && Date.now() - run.at < RESUME_MS) wish(id, 'resume')
        listening.push(
          onTrigger(
            trigger,
            moments,
            safe(() => wish(id, 'trigger')),
          ),
        )
      }
    },
    switchOff(ids) {
      off = ids
      for (const [place, { candidate }] of [...places]) if (ids.has(candidate.id)) close(place, true)
    },
    open: () => [...places.values()].filter(({ running }) => running).map(({ candidate }) => candidate.id),
    stop() {
      silence()
      stopBusy()
      calm?.()
      for (const place of [...places.keys()]) close(place, false)
      wishes.clear()
    },
  }
}
