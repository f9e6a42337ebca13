// Loaded when something may be shown, or when a rule asks about an element: other page loads don't pay for it.
import type { Candidate } from '#contract/bundle'
import { foldProgress, type Happening } from '#contract/progress'
import { now } from '../core/clock'
import { fetchParts, fetchUpkeep } from '../core/parts'
import type { Kept, Run } from '../core/people'
import { within } from '../core/store'
import { uuidv7 } from '../core/uuidv7'
import { surfaces } from '../surfaces/registry'
import type { Running, Stop, SurfaceModule } from '../surfaces/surface'
import { openContents } from './contents'
import { contextFor } from './context'
import type { Asked, House } from './house'
import { later } from './later'
import { type News, pulse } from './pulse'

const NEWS_BEFORE_SHOWING_MS = 300

interface Shown {
  candidate: Candidate
  run: Run
  running?: Running
}

export interface Stage {
  /** False when its place is taken or it could not be shown yet: ask again when something has changed. */
  open(candidate: Candidate, asked: Asked): Promise<boolean>
  close(id?: string): void
  /** Whether it is on the screen, or about to be. */
  holds(id: string): boolean
  /** The sale began or ended. */
  busy(): void
  /** The candidates are new: what is no longer among them goes. */
  prune(): void
  /** Fetches what the next visit may need, so that it works without network. */
  warm(): Promise<void>
  /** Clears the screen for another person; what was open comes back with this one. */
  stop: Stop
}

/** What is on the screen: at most one that takes it, and one of each kind that only rests at its edge. */
export function startStage(house: House): Stage {
  const { base, visit, keep, onDevice } = house
  const contents = openContents(house)
  const places = new Map<string, Shown>()
  const pulseUrl = `${base}/pulse`
  let off: ReadonlySet<string> = new Set()
  let stopPulse: Stop | undefined

  const placeOf = ({ kind }: Candidate) => (surfaces[kind].exclusive ? 'screen' : kind)
  const isInTheWay = ({ duringSale }: Candidate) => visit.busyWith().length > 0 && !duringSale
  const isCurrent = (shown: Shown) => places.get(placeOf(shown.candidate)) === shown

  /** `isOver`: it came to its end, and a reload need not bring it back. */
  function leave(shown: Shown, isOver: boolean) {
    if (!isCurrent(shown)) return
    const { candidate, running } = shown
    const place = placeOf(candidate)
    places.delete(place)
    if (isOver) keep((kept) => withoutRun(kept, candidate.id))
    if (place === 'screen') {
      stopPulse?.()
      stopPulse = undefined
    }
    running?.stop()
  }

  const learnNews = async (given?: News) => {
    const news = given || (await pulse(pulseUrl))
    if (!news) return
    off = news.off
    for (const shown of places.values()) if (shown.running && off.has(shown.candidate.id)) leave(shown, true)
    const bundle = house.me().bundle
    if (bundle && news.rev !== bundle.rev) house.outdated()
  }

  /** A slow answer is not waited for; when it comes, what was switched off goes again. */
  const newsInTime = () => within(NEWS_BEFORE_SHOWING_MS, learnNews()).catch(() => {})

  /** A content and the code that draws it; undefined when either is nowhere to be had now. */
  async function fetchAll(candidate: Candidate) {
    try {
      const loading = surfaces[candidate.kind].load() as Promise<SurfaceModule>
      const [surface, content] = await Promise.all([loading, contents.get(candidate, loading)])
      if (!content) return
      await Promise.all([
        fetchParts(withoutMarked(content)),
        surface.prepare(content, house.locale()),
        // The colours of a host that has none of its own come with the upkeep.
        house.me().bundle?.theme || fetchUpkeep(),
      ])
      return { surface, content }
    } catch {
      // Offline, a part that was never fetched is nobody's fault: it is tried again at the next occasion.
    }
  }

  async function open(candidate: Candidate, asked: Asked): Promise<boolean> {
    const { id } = candidate
    const place = placeOf(candidate)
    const before = places.get(place)
    if (before && (asked !== 'person' || before.candidate.id === id)) return false
    if (before) leave(before, true)
    const run = house.me().open[id] || { id: uuidv7(), at: Date.now() }
    const shown: Shown = { candidate, run }
    places.set(place, shown)
    try {
      const [ready] = await Promise.all([fetchAll(candidate), house.reread(), newsInTime()])
      // Meanwhile another person may have signed in, a sale begun, or another tab shown it.
      if (!isCurrent(shown) || off.has(id)) return true
      const decision = house.verdict(candidate, asked)
      if (!decision.show) return !/^(busy|rush)/.test(decision.because)
      if (!ready) return false
      const context = contextFor(
        {
          past: () => house.me().history[id] || {},
          record: (name, properties = {}) => {
            // A card that outlived its person has nothing to say of the next one.
            if (!isCurrent(shown)) return
            const happening = {
              name,
              at: now(),
              properties: { experience: id, version: candidate.version, run: run.id, ...properties },
            }
            keep((kept) => withEvent(kept, id, happening))
            house.record(name, happening.properties, happening.at)
          },
          show: (other) => void house.show(other),
          closed: () => {
            leave(shown, true)
            house.consider()
          },
        },
        house,
      )
      shown.running = ready.surface.show(ready.content, context, { startedByPerson: asked === 'person' })
      if (!isCurrent(shown)) shown.running.stop()
      else {
        shown.running.setBusy(isInTheWay(candidate))
        keep((kept) => ({ ...kept, open: { ...kept.open, [id]: run } }))
        if (place === 'screen')
          stopPulse = later(({ watchPulse }) => watchPulse(pulseUrl, house.safe(learnNews)))
      }
      return true
    } finally {
      if (!shown.running) leave(shown, false)
    }
  }

  return {
    open,
    close(id) {
      for (const shown of [...places.values()]) if (!id || shown.candidate.id === id) leave(shown, true)
    },
    holds: (id) => [...places.values()].some(({ candidate }) => candidate.id === id),
    prune() {
      const ids = house.candidates().map(({ id }) => id)
      for (const shown of [...places.values()]) if (!ids.includes(shown.candidate.id)) leave(shown, true)
    },
    busy() {
      for (const { candidate, running } of places.values()) running?.setBusy(isInTheWay(candidate))
    },
    async warm() {
      later(({ forget }) => void onDevice(({ store }) => store.run(forget)))
      for (const candidate of house.candidates()) await fetchAll(candidate)
    },
    stop() {
      for (const shown of [...places.values()]) leave(shown, false)
    },
  }
}

/** A step's element is looked for by its selector first; only without one is the search worth waiting for. */
const withoutMarked = (content: unknown) =>
  JSON.parse(JSON.stringify(content), (key, value) =>
    key === 'target' && value.selector ? undefined : value,
  )

function withoutRun(kept: Kept, id: string): Kept {
  const { [id]: _, ...open } = kept.open
  return { ...kept, open }
}

/** One of our own events, folded into the person's history; a run that has come to its end is no longer open. */
function withEvent(kept: Kept, id: string, happening: Happening): Kept {
  const history = { ...kept.history, [id]: foldProgress(kept.history[id] || {}, happening) }
  const next = { ...kept, history }
  return /\.(completed|dismissed|snoozed)$/.test(happening.name) ? withoutRun(next, id) : next
}
