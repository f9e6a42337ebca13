import type { Candidate } from '#contract/bundle'
import { type Because, type Decision, decide, inOrder } from '#contract/decide'
import type { Target } from '#contract/target'
import { fetchParts, fetchUpkeep, isAnswerable, upkeep } from './core/parts'
import type { Stage } from './stage'
import type { Asked, House } from './stage/house'
import type { Stop } from './surfaces/surface'
import { isStillTrue, onTrigger } from './triggers'

const RESUME_MS = 12 * 60 * 60_000 // A shift: what was left open yesterday is asked for anew by its trigger.
const CALM_MS = 1000 // After a sale: a breath without touches before anything opens.
const WAIT_MS = 10 * 60_000 // What could not be shown by then belongs to a moment that has passed.

export interface Why {
  show: boolean
  because?: Because | 'not a candidate' | 'on screen'
  trigger?: Candidate['trigger']
  /** With `busy`: what with, by the names given to `busy`, or `rule:` and the name written in the console. */
  busy?: string[]
}

export interface Screen {
  /** Asks by hand; false when this person has no such experience. */
  show(id: string): boolean
  hide(id?: string): void
  why(id: string): Why
  consider(): void
  verdict: House['verdict']
  /** Whether an element is on the page; rules that ask wait for the stage. */
  has(target: Target): boolean
  /** Gets ready for what may be shown, and for a next visit without network. */
  warm(): Promise<void>
  /** The candidates are new: triggers listen for these from now on, open ones that are gone close. */
  renew(): void
  /** Clears the screen and listens no more. */
  stop: Stop
}

/** What the screen stands on; the rest of the house is the screen's own. */
export type Lent = Omit<House, 'verdict' | 'show' | 'consider'>

const rulesOf = ({ audience, trigger }: Candidate) => ({ audience, trigger })

type Wish = [asked: Asked, at: number]

/** Listens to triggers, and asks for the stage whenever `decide` has something to show. */
export function startScreen(house: Lent): Screen {
  const { visit, facts, candidates, safe } = house
  const wishes = new Map<string, Wish>()
  const hidden = new Set<string>()
  let listening: Array<Stop | undefined> = []
  let stage: Stage | undefined
  let calm: Stop | undefined

  const load = async () => {
    try {
      const { startStage } = await import('./stage')
      // Whole by the time a stage is asked for.
      stage ??= startStage(house as House)
      await fetchParts(candidates().map(rulesOf))
    } catch {
      // Offline and never fetched: tried again at the next occasion.
    }
    return stage
  }

  const offered = () => candidates().filter((candidate) => isAnswerable(rulesOf(candidate)))

  const find = (id: string) => candidates().find((candidate) => candidate.id === id)

  function verdict(candidate: Candidate, asked: Asked): Decision {
    const given = facts()
    try {
      if (asked === 'trigger') return decide(candidate, given)
      // She asked, or it was open a moment ago: only time stands against it, and a sale that it is not about.
      return decide(
        { ...candidate, audience: undefined, frequency: {} },
        { ...given, history: {}, rushHours: undefined, page: candidate.duringSale ? undefined : given.page },
      )
    } catch {
      // A rule that cannot be read leaves out the guide it belongs to, and no other; that is told once.
      house.tell('rule', undefined, candidate.id)
      return { show: false, because: 'audience' }
    }
  }

  const consider = safe(() => {
    for (const candidate of inOrder(offered())) {
      const { id, trigger } = candidate
      const [asked, at] = wishes.get(id) || []
      if (!asked || stage?.holds(id)) continue
      const isPast =
        asked === 'trigger' && (performance.now() - at! > WAIT_MS || !isStillTrue(trigger, visit))
      const decision = isPast ? { show: false, because: '' } : verdict(candidate, asked)
      if (decision.show) {
        // Nobody takes a place before the stage stands: the more urgent one might come second.
        if (!stage) return void raise()
        void open(candidate, asked)
      } else if (!/^(busy|rush)/.test(decision.because)) wishes.delete(id)
    }
  })

  const raise = safe(async () => {
    if (await load()) consider()
  })

  const open = safe(async (candidate: Candidate, asked: Asked) => {
    if (await stage!.open(candidate, asked)) wishes.delete(candidate.id)
  })

  function wish(id: string, asked: Asked) {
    if (asked !== 'person' && hidden.has(id)) return
    // What is on the screen needs no coming back: such a wish would outlive its end and show it again.
    if (asked !== 'trigger' && stage?.holds(id)) return
    // A trigger doesn't weaken what a person asked for.
    if (asked !== 'trigger' || (wishes.get(id) || [asked])[0] === asked)
      wishes.set(id, [asked, performance.now()])
    consider()
  }

  visit.busyChanged.on(
    safe((isBusy) => {
      stage?.busy()
      calm?.()
      if (!isBusy && wishes.size)
        void fetchUpkeep().then(
          ({ onIdle }) => {
            calm = onIdle(CALM_MS, () => {
              calm?.()
              consider()
            })
          },
          () => {},
        )
    }),
  )

  function silence() {
    for (const stop of listening) stop?.()
    listening = []
  }

  function renew() {
    silence()
    stage?.prune()
    const { open } = house.me()
    const ready = offered().length
    // Asked again only for what has become answerable, or an outage would turn round and round.
    if (ready < candidates().length) void load().then(() => offered().length > ready && renew())
    for (const { id, trigger } of inOrder(offered())) {
      const run = open[id]
      if (run && Date.now() - run.at < RESUME_MS) wish(id, 'resume')
      listening.push(
        onTrigger(
          trigger,
          visit,
          safe(() => wish(id, 'trigger')),
        ),
      )
    }
  }

  return {
    consider,
    verdict,
    has: (target) => !!upkeep?.has(target),
    warm: async () => (await load())?.warm(),
    show(id) {
      if (!find(id)) return false
      hidden.delete(id)
      wish(id, 'person')
      return true
    },
    hide(id) {
      for (const candidate of candidates())
        if (!id || candidate.id === id) {
          hidden.add(candidate.id)
          wishes.delete(candidate.id)
        }
      stage?.close(id)
      consider()
    },
    why(id) {
      const candidate = find(id)
      if (!candidate) return { show: false, because: 'not a candidate' }
      const { trigger } = candidate
      if (stage?.holds(id)) return { show: true, because: 'on screen', trigger }
      const why: Why = { ...verdict(candidate, 'trigger'), trigger }
      if (why.because === 'busy') why.busy = visit.busyWith()
      return why
    },
    renew,
    stop() {
      silence()
      calm?.()
      wishes.clear()
      hidden.clear()
      stage?.stop()
    },
  }
}
