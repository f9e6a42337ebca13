import type { BootRequest, Bundle, Candidate } from '#contract/bundle'
import { decide } from '#contract/decide'
import type { Facts } from '#contract/facts'
import { BATCH_LIMITS } from '#contract/limits'
import type { Traits } from '#contract/traits'
import { learn, now } from './core/clock'
import { type Contents, openContents } from './core/contents'
import { type Guard, startGuard } from './core/guard'
import { byteLength, isObject, toJson } from './core/json'
import type { Options } from './core/options'
import { type Outbox, startOutbox } from './core/outbox'
import {
  type Identity,
  type Kept,
  merged,
  openPeople,
  type People,
  type Run,
  whoOf,
  withBundle,
  withEvent,
} from './core/people'
import { listen, signal } from './core/signal'
import { openStore, type Store } from './core/store'
import { call } from './core/transport'
import { uuidv7 } from './core/uuidv7'
import { startVisit } from './core/visit'
import { startScreen, type Why } from './screen'
import type { PulseNews } from './stage'
import { surfaces } from './surfaces/registry'
import type { Stop, SurfaceContext } from './surfaces/surface'

export const SDK_VERSION = __TRILHA_VERSION__

const RENEW_MS = 30 * 60_000 // A till stays open all day: a new route or a glance at it asks for news.
const NOBODY: Kept = { user: '', history: {}, open: {}, usedAt: 0 }

/** What is on this device once it may be read. */
interface Device {
  store: Store
  id: string
  people: People
  contents: Contents
  outbox: Outbox
}

/**
 * The data flow, top to bottom: who → what she may be shown → a trigger fires → decide → show → record → deliver.
 * Everything here is called through `Guard.safe`, so nothing of it can reach the host.
 */
export function boot(key: string, options: Options, warn: (what: string) => void) {
  const base = `${options.api.replace(/\/$/, '')}/v1/${encodeURIComponent(key)}`
  const visit = startVisit()
  const changed = signal()
  const guard: Guard = startGuard((fault) => record(undefined, 'trilha.error', { ...fault }), stop)
  const { safe } = guard

  let mayAct = options.consent !== false
  let device: Promise<Device> | undefined
  let outbox: Outbox | undefined
  let identity: Identity | undefined
  let me = NOBODY
  let isStale = true
  let bootedAt = 0
  let isOver = false

  // ── 1 who ──────────────────────────────────────────────────────────────────────────────────────────────────

  async function openDevice(): Promise<Device> {
    const store = await openStore(`trilha:${key}`)
    const id = await store.run(async (tx) => {
      const known = (await tx.get<string>('device')) ?? uuidv7()
      await tx.put('device', known)
      return known
    })
    const people = openPeople(store)
    outbox = startOutbox({
      store,
      device: id,
      sdk: SDK_VERSION,
      release: options.release,
      actor: people.actor,
      send: (body, leaving) => call(`${base}/events`, { body, keepalive: leaving }),
      answered({ now: serverNow, refresh }, sentAt) {
        learn(serverNow, sentAt)
        if (refresh || isStale) void renew()
      },
    })
    void outbox.drain()
    return { store, id, people, outbox, contents: openContents(store, base) }
  }

  const onDevice = async <T>(work: (device: Device) => Promise<T>): Promise<T | undefined> => {
    if (!mayAct || isOver) return
    device ??= openDevice()
    return work(await device)
  }

  async function identify(next: Identity) {
    const isSame = identity !== undefined && whoOf(identity) === whoOf(next)
    identity = { ...next, token: next.token ?? (isSame ? identity?.token : undefined) }
    if (isSame && me !== NOBODY) return renew()
    leave()
    visit.begin(whoOf(next))
    const mine = identity
    const kept = await onDevice(({ people }) => people.load(mine))
    if (!kept || identity !== mine) return
    me = kept
    outbox?.hurry()
    take()
    await renew()
  }

  function leave() {
    screen.stop()
    me = NOBODY
    isStale = true
  }

  // ── 2 what she may be shown ────────────────────────────────────────────────────────────────────────────────

  /** Asks the API for this person's bundle; without an answer the cached one stays. */
  const renew = safe(async () => {
    const asked = identity
    if (!asked) return
    bootedAt = performance.now()
    await onDevice(async ({ id, people, contents }) => {
      const { user, account, traits, accountTraits, token } = asked
      const request: BootRequest = {
        device: id,
        user: { id: user, traits },
        account: account === undefined ? undefined : { id: account, traits: accountTraits },
        token,
        grant: me.bundle?.grant,
        locale: locale(),
        sdk: SDK_VERSION,
        release: options.release,
        have: me.bundle?.etag,
      }
      const sentAt = Date.now()
      const { status, body } = await call(`${base}/boot`, { body: toJson(request) })
      const bundle = status === 200 ? readBundle(body) : undefined
      const isRefused = status >= 400 && status < 500 && typeof body?.code === 'string' && status !== 429
      if (bundle) {
        learn(bundle.now, sentAt)
        await people.change(asked, (kept) => withBundle(kept, bundle)).catch(() => {})
      } else if (isRefused) warn(`the API refused this person: ${body.code}`)
      if (identity !== asked) return
      isStale = !bundle && status !== 204
      if (bundle) me = withBundle(me, bundle)
      // Refused by our own API, not by a proxy: what was cached for this person is no longer hers to see.
      else if (isRefused) me = { ...me, bundle: undefined }
      if (bundle || isRefused) take()
      whenIdle(() => warm(contents, people))
    })
  })

  /** Puts the person's candidates to work. */
  function take() {
    screen.renew()
    changed.fire()
  }

  /** Fetches what the next visit may need, so that it works without network. */
  const warm = safe(async (contents: Contents, people: People) => {
    for (const candidate of candidates()) {
      await contents.get(candidate)
      const { show, because } = { because: '', ...decide(candidate, facts()) }
      if (show || /audience|busy|snoozed/.test(because))
        await Promise.all([surfaces[candidate.kind].load(), loadStage()]).catch(() => {})
    }
    await people.tidy()
    await contents.tidy()
  })

  const candidates = () => me.bundle?.candidates ?? []
  const locale = () => options.locale ?? (document.documentElement.lang || navigator.language || 'pt-BR')

  let stage: typeof import('./stage') | undefined
  const loadStage = async () => {
    try {
      stage ??= await import('./stage')
      return stage
    } catch {
      // Offline and never fetched: tried again at the next occasion.
    }
  }

  const facts = (): Facts => ({
    now: now(),
    user: identity?.traits,
    account: identity?.accountTraits,
    milestones: me.bundle?.milestones,
    history: me.history,
    page: {
      ...visit.facts(),
      has(target) {
        if (!stage) void loadStage().then((loaded) => loaded && screen.renew())
        return stage?.has(target) ?? false
      },
    },
  })

  // ── 3–5 trigger, decide, show ──────────────────────────────────────────────────────────────────────────────

  const hear = (news: PulseNews) => {
    screen.switchOff(news.off)
    if (me.bundle && news.rev !== me.bundle.rev) void renew()
  }
  let stopPulse: Stop | undefined

  const screen = startScreen({
    visit,
    facts,
    candidates,
    safe,
    stage: loadStage,
    openRuns: () => me.open,
    keepRun: (experience, run) => keepRun(experience, run),
    content: async (candidate) => onDevice(({ contents }) => contents.get(candidate)),
    context,
    async refresh() {
      const mine = identity
      const [kept, news] = await Promise.all([
        mine && onDevice(({ people }) => people.load(mine)),
        stage?.pulse(`${base}/pulse`),
      ])
      if (kept && identity === mine) me = { ...me, history: merged(me.history, kept.history) }
      if (news) hear(news)
      return news?.off ?? new Set()
    },
    occupied(isOccupied) {
      stopPulse?.()
      stopPulse = isOccupied ? stage?.watchPulse(`${base}/pulse`, safe(hear)) : undefined
    },
  })

  async function context(
    candidate: Candidate,
    run: Run,
    closed: () => void,
  ): Promise<SurfaceContext | undefined> {
    const mine = identity
    return (await loadStage())?.contextFor(
      {
        facts,
        locale,
        closed,
        safe,
        kept: () => me,
        past: () => me.history[candidate.id] ?? {},
        traits: (of) => (of === 'pessoa' ? identity?.traits : identity?.accountTraits) ?? {},
        onChange: (listener) => changed.on(safe(listener)),
        onEvent: (listener) => visit.heard.on(safe(listener)),
        show: (id) => void screen.show(id),
        record: (name, properties = {}) => {
          const { id, version } = candidate
          // A card that outlived its person has nothing to say of the next one.
          if (identity && mine && whoOf(identity) === whoOf(mine))
            record(id, name, { experience: id, version, run: run.id, ...properties })
        },
      },
      options,
    )
  }

  function keepRun(experience: string, run: Run | undefined) {
    const edit = (kept: Kept): Kept => {
      const open = { ...kept.open }
      if (run) open[experience] = run
      else delete open[experience]
      return { ...kept, open }
    }
    keep(edit)
  }

  // ── 6 record ───────────────────────────────────────────────────────────────────────────────────────────────

  /** Changes what is known of the person, here at once and on disk behind it. */
  function keep(edit: (kept: Kept) => Kept) {
    const mine = identity
    if (!mine) return
    me = edit(me)
    void onDevice(({ people }) => people.change(mine, edit).catch(() => undefined))
  }

  function record(experience: string | undefined, name: string, properties: Record<string, unknown>) {
    if (!identity || !mayAct || isOver) return
    const at = Date.now()
    const happening = { name, properties, at: now() }
    if (/step_missing$/.test(name))
      properties = { path: visit.facts().path, release: options.release, ...properties }
    if (experience) keep((kept) => withEvent(kept, experience, happening))
    const who = whoOf(identity)
    void onDevice(({ outbox }) => outbox.add({ id: uuidv7(at), name, at, properties }, who))
    visit.heard.fire(happening)
    changed.fire()
  }

  function track(name: string, properties?: Record<string, unknown>) {
    if (typeof name !== 'string' || !name || name.length > 80)
      return warn('track(name): a name of 1 to 80 letters')
    if (!identity) return warn(`track('${name}') before identify() belongs to nobody and is forgotten`)
    record(undefined, name, clean(name, properties))
  }

  /** A copy that can be sent, or nothing of it when it can't. */
  function clean(name: string, properties: unknown): Record<string, unknown> {
    try {
      const text = toJson(properties ?? {})
      const copy: unknown = JSON.parse(text)
      if (isObject(copy) && byteLength(text) <= BATCH_LIMITS.propertyBytes) return copy
    } catch {
      // A cycle or a BigInt: warned below.
    }
    warn(`track('${name}'): details must be a plain object of at most ${BATCH_LIMITS.propertyBytes} bytes`)
    return {}
  }

  // ── 7 the page comes and goes ──────────────────────────────────────────────────────────────────────────────

  const glance = safe(() => {
    if (isStale || performance.now() - bootedAt > RENEW_MS) void renew()
  })
  const stops = [
    listen(window, 'online', () => {
      outbox?.hurry()
      glance()
      changed.fire()
    }),
    listen(window, 'offline', () => changed.fire()),
    listen(document, 'visibilitychange', () => {
      void outbox?.drain(document.hidden)
      if (!document.hidden) glance()
    }),
    visit.moved.on(() => {
      glance()
      changed.fire()
    }),
    visit.busyChanged.on(() => changed.fire()),
  ]

  function stop() {
    isOver = true
    for (const each of stops) each()
    screen.stop()
    visit.stop()
    outbox?.stop()
    guard.stop()
  }

  function setTraits(key: 'traits' | 'accountTraits', more: Traits) {
    if (!identity || !isObject(more)) return warn('update() needs someone identified, and a plain object')
    identity[key] = { ...identity[key], ...more }
    void renew()
  }

  return {
    safe,
    track,
    visit,
    identify,
    update: (traits: Traits) => setTraits('traits', traits),
    updateAccount: (traits: Traits) => setTraits('accountTraits', traits),
    setLocale(next: string) {
      options.locale = next
      changed.fire()
    },
    show: (id: string) => void (screen.show(id) || warn(`show('${id}'): not among this person's candidates`)),
    hide: screen.hide,
    why: (id: string): Why => screen.why(id),
    reset() {
      leave()
      identity = undefined
      visit.begin('')
    },
    async consent(isGiven: boolean) {
      if (isGiven === mayAct) return
      const known = device
      if (isGiven) {
        mayAct = true
        const who = identity
        if (who) await identify(who)
        return
      }
      leave()
      mayAct = false
      device = undefined
      outbox?.stop()
      await (await known)?.store.clear()
    },
    report: () => ({
      sdk: SDK_VERSION,
      key,
      person: identity?.user,
      account: identity?.account,
      locale: locale(),
      mayAct,
      isOver,
      revision: me.bundle?.rev,
      isStale,
      busy: visit.isBusy(),
      path: visit.facts().path,
      onScreen: screen.open(),
      candidates: candidates().map(({ id, kind, version }) => ({ id, kind, version, ...screen.why(id) })),
      outbox: outbox?.owed(),
      errors: guard.count(),
    }),
    stop,
  }
}

function whenIdle(work: () => void) {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 5000 })
  else setTimeout(work, 1000)
}

/** What the API says, if it is what the API says: a proxy's page, `{}` or another service's answer is not. */
function readBundle(body: Record<string, unknown> | undefined): Bundle | undefined {
  const { etag, rev, grant, candidates, history, milestones } = body ?? {}
  if (typeof etag !== 'string' || typeof rev !== 'number' || typeof grant !== 'string') return
  if (!Array.isArray(candidates) || !isObject(history) || !isObject(milestones)) return
  const known = (candidates as Candidate[]).filter(
    (one) =>
      isObject(one) && one.kind in surfaces && isObject(one.trigger) && isObject(one.frequency) && one.hash,
  )
  return { ...(body as unknown as Bundle), candidates: known }
}
