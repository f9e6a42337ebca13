import type { BootRequest, Bundle, Candidate } from '#contract/bundle'
import type { Facts } from '#contract/facts'
import { BATCH_LIMITS } from '#contract/limits'
import type { Traits } from '#contract/traits'
import type { Calm } from './busy'
import { learn, now } from './core/clock'
import { inTab, startGuard } from './core/guard'
import { byteLength, isObject, toJson } from './core/json'
import type { Options } from './core/options'
import { type Outbox, startOutbox } from './core/outbox'
import { type Identity, type Kept, merged, openPeople, type People, whoOf, withBundle } from './core/people'
import { listen, signal } from './core/signal'
import { clear, openStore, type Store } from './core/store'
import { call } from './core/transport'
import { uuidv7 } from './core/uuidv7'
import { startVisit } from './core/visit'
import { type Lent, startScreen } from './screen'
import type { House } from './stage/house'
import { surfaces } from './surfaces/registry'

export const SDK_VERSION = typeof __TRILHA_VERSION__ === 'string' ? __TRILHA_VERSION__ : '0.0.0'

const RENEW_MS = 30 * 60_000 // A till stays open all day: a new route or a glance at it asks for news.
const LOCALE = /^[a-z]{2,3}(-[a-z\d]+)*$/i
const NOBODY: Kept = { user: '', history: {}, open: {}, usedAt: 0 }

/** What the host says of who signed in. */
export interface Person {
  /** HS256 JWT from the host's back end. */
  token?: string
  traits?: Traits
  account?: { id: string; traits?: Traits }
}

/** What is on this device, once it may be read. */
interface Device {
  store: Store
  people: People
  outbox: Outbox
}

/**
 * The data flow, top to bottom: who → what she may be shown → a trigger fires → decide → show → record → deliver.
 * The host calls all of it through `safe`, so nothing of it can reach the page.
 */
export function boot(key: string, options: Options, warn: (what: string) => void) {
  const api = options.api.replace(/\/$/, '')
  const base = `${api}/v1/${encodeURIComponent(key)}`
  const sender = { sdk: SDK_VERSION, release: options.release ?? releaseInPage() }
  const visit = startVisit()
  const changed = signal()
  const guard = startGuard(
    (because, path, experience) => record('trilha.error', { because, path, experience }),
    stop,
  )
  const { safe, tell } = guard

  let mayAct = options.consent !== false
  let device: Promise<Device> | undefined
  let outbox: Outbox | undefined
  let identity: Identity | undefined
  let me = NOBODY
  let isStale = true
  let bootedAt = 0
  // The console's mark stands in the address of whoever comes to write, and the overlay's own in her tab.
  const isAuthor = __TRILHA_MODERN__ && !!(location.hash.includes('trilha-editor=') || inTab('trilha.editor'))
  let calm: Calm | undefined

  // ── who ────────────────────────────────────────────────────────────────────────────────────────────────────

  async function openDevice(): Promise<Device> {
    const store = await openStore(`trilha:${key}`)
    const people = openPeople(store)
    outbox = startOutbox(store, {
      ...sender,
      send: (body, leaving) => call(`${base}/events`, { body, keepalive: leaving }),
      answered({ now: serverNow, refresh }, sentAt) {
        learn(serverNow, sentAt)
        if (refresh || isStale) void renew()
      },
    })
    return { store, people, outbox }
  }

  /** Nothing is read, kept or sent but through here, so that waiting for consent is waiting here. */
  const onDevice = async <T>(work: (device: Device) => Promise<T>): Promise<T | undefined> => {
    if (!mayAct) return
    device ??= openDevice()
    return work(await device)
  }

  async function identify(next: Identity) {
    const isSame = me !== NOBODY && identity && whoOf(identity) === whoOf(next)
    const mine = { ...next, token: next.token || (isSame ? identity!.token : undefined) }
    if (!isSame) reset(whoOf(next))
    identity = mine
    const kept = isSame ? me : await onDevice(({ people }) => people.load(mine))
    if (!kept || identity !== mine) return
    me = kept
    outbox?.hurry()
    if (!isSame) take()
    await renew()
  }

  /** Nothing of the person stays on the screen or in reach. */
  function reset(who = '') {
    screen.stop()
    identity = undefined
    me = NOBODY
    isStale = true
    visit.begin(who)
    changed.fire()
  }

  // ── what she may be shown ──────────────────────────────────────────────────────────────────────────────────

  /** Asks the API for this person's bundle; without an answer the cached one stays. */
  const renew = safe(async () => {
    const asked = identity
    bootedAt = performance.now()
    await onDevice(async ({ outbox, people }) => {
      if (!asked) return
      const { user, account, traits, accountTraits, token } = asked
      const request: BootRequest = {
        ...sender,
        device: await outbox.device(),
        user: { id: user, traits },
        account: account === undefined ? account : { id: account, traits: accountTraits },
        token,
        grant: me.bundle?.grant,
        locale: locale(),
        have: me.bundle?.etag,
      }
      const sentAt = Date.now()
      const { status, body } = await call(`${base}/boot`, { body: toJson(request) })
      const bundle = status === 200 && readBundle(body)
      // Refused by our own API, not by a proxy: what was cached for this person is no longer hers to see.
      const isRefused = status > 400 && status < 405 && body?.code
      if (bundle) {
        learn(bundle.now, sentAt)
        await people.change(asked, (kept) => withBundle(kept, bundle))
      }
      if (identity !== asked) return
      isStale = !bundle && status !== 204
      if (bundle) me = withBundle(me, bundle)
      if (isRefused) {
        warn(`identify(): the API refuses: ${isRefused}`)
        me = { ...me, bundle: undefined }
      }
      if (bundle || isRefused) take()
      whenIdle(warm)
    })
  })

  /** Puts the person's candidates to work. */
  function take() {
    if (calm) calm.renew()
    // Who has seen everything has nothing to be kept from.
    else if (me.bundle?.busy && candidates().length)
      import('./busy').then(
        ({ startCalm }) => {
          calm ??= startCalm(house, take)
          screen.consider()
        },
        // Offline and never fetched: tried again with the next bundle.
        () => {},
      )
    screen.renew()
    changed.fire()
  }

  /** Who has seen everything pays for nothing more. */
  const warm = safe(async () => {
    const isHoped = candidates().some((one) => {
      const decision = screen.verdict(one, 'trigger')
      return decision.show || /audience|busy|rush|snoozed/.test(decision.because)
    })
    if (isHoped) await screen.warm()
  })

  // Whoever writes a tour is not shown any.
  const candidates = () => (isAuthor ? [] : me.bundle?.candidates || [])
  // `pt_BR` and worse stand on many pages, and `Intl` throws at them.
  const locale = () =>
    [options.locale, document.documentElement.lang, navigator.language].find((one) => LOCALE.test(one!)) ||
    'pt-BR'

  const facts = (): Facts => ({
    now: now(),
    user: identity?.traits,
    account: identity?.accountTraits,
    milestones: me.bundle?.milestones,
    history: me.history,
    page: Object.assign(visit.facts(), {
      has: screen.has,
      // Until each rule of the workspace has been asked nothing opens: a guess might cover a payment.
      busy: visit.busyWith().length > 0 || !!(me.bundle?.busy && !calm?.isKnown()),
    }),
    rushHours: me.bundle?.busy?.rushHours,
  })

  // ── a trigger fires → decide → show ────────────────────────────────────────────────────────────────────────

  const lent: Lent = {
    base,
    options,
    visit,
    changed,
    facts,
    locale,
    candidates,
    keep,
    record,
    onDevice,
    safe,
    tell,
    me: () => me,
    identity: () => identity,
    outdated: () => void renew(),
    async reread() {
      const mine = identity
      const kept = mine && (await onDevice(({ people }) => people.load(mine)))
      if (kept && identity === mine) me = { ...me, history: merged(me.history, kept.history) }
    },
  }
  const screen = startScreen(lent)
  const house: House = Object.assign(lent, screen)

  if (isAuthor) safe(async () => (await import(`${api}/sdk/editor.js`)).start(house, api, key))()

  // ── record → deliver ───────────────────────────────────────────────────────────────────────────────────────

  function keep(edit: (kept: Kept) => Kept) {
    const mine = identity
    if (!mine) return
    me = edit(me)
    void onDevice(({ people }) => people.change(mine, edit))
  }

  function record(name: string, properties: Record<string, unknown>, at = now()) {
    if (!identity || !mayAct) return
    const who = whoOf(identity)
    const bornAt = Date.now()
    void onDevice(({ outbox }) =>
      outbox.add({ id: uuidv7(bornAt), name, at: bornAt, release: sender.release, properties }, who),
    )
    visit.heard.fire({ name, properties, at })
    changed.fire()
  }

  function track(name: string, properties: unknown = {}) {
    if (!identity || typeof name !== 'string' || !name || name.length > 80)
      return warn(`track(${name}): nobody is identified, or no good name`)
    // Plain data by now: what the host gave came through `plain`.
    const fits = isObject(properties) && byteLength(toJson(properties)) <= BATCH_LIMITS.propertyBytes
    if (!fits) warn(`track(${name}): not plain data, or more than 4 kB`)
    record(name, fits ? properties : {})
  }

  // ── the page comes and goes ────────────────────────────────────────────────────────────────────────────────

  const glance = safe(() => {
    if (isStale || performance.now() - bootedAt > RENEW_MS) void renew()
    changed.fire()
  })
  const stops = [
    listen(window, 'online', () => {
      outbox?.hurry()
      glance()
    }),
    listen(window, 'offline', () => changed.fire()),
    listen(document, 'visibilitychange', () => {
      outbox?.drain(document.hidden)
      if (!document.hidden) glance()
    }),
    visit.moved.on(glance),
    visit.busyChanged.on(() => changed.fire()),
  ]

  function stop() {
    for (const each of stops) each()
    reset()
    mayAct = false
    outbox?.stop()
    visit.stop()
  }

  const report = () => ({
    mayAct,
    isStale,
    outbox: outbox?.owed(),
    errors: guard.count(),
  })

  const setTraits = (of: 'traits' | 'accountTraits') => (more: Traits) => {
    if (!identity || !isObject(more)) return warn('update(): nobody is identified, or not plain data')
    identity[of] = { ...identity[of], ...more }
    return renew()
  }

  return {
    ...visit,
    safe,
    track,
    identify(user: string | number, person?: Person) {
      if (!isId(user)) return warn('identify(): not an id')
      const { token, traits, account }: Person = objectOf(person) || {}
      const { id, traits: accountTraits }: Partial<NonNullable<Person['account']>> = objectOf(account) || {}
      return identify({
        user: `${user}`,
        token: textOf(token),
        traits: objectOf(traits),
        account: isId(id) ? `${id}` : undefined,
        accountTraits: objectOf(accountTraits),
      })
    },
    update: setTraits('traits'),
    updateAccount: setTraits('accountTraits'),
    // A name that is none is the nameless sale's, so that `free` finds what `busy` began.
    busy: (name?: unknown, more?: { ttlMs?: number }) => visit.busy(textOf(name), more),
    free: (name?: unknown) => visit.free(textOf(name)),
    setLocale(next: string) {
      if (!LOCALE.test(next)) return warn('setLocale(): not a language')
      options.locale = next
      changed.fire()
    },
    show: (id: string) => {
      if (!screen.show(id)) warn(`show(${id}): not a candidate`)
    },
    hide: screen.hide,
    why: screen.why,
    reset: () => reset(),
    async consent(given: boolean) {
      // Nothing but a plain yes is one.
      const isGiven = given === true
      if (isGiven === mayAct) return
      const [known, who] = [device, identity]
      reset()
      mayAct = isGiven
      device = undefined
      if (isGiven && who) return identify(who)
      identity = who
      outbox?.stop()
      await (await known)?.store.run(clear)
    },
    report,
    panel: (warnings: () => string[]) =>
      import('./debug').then(
        ({ showPanel }) => showPanel(house, report, screen.why, warnings),
        // Offline and never fetched: the plain answer must do.
        () => {},
      ),
    stop,
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

const objectOf = <T>(value: T): T | undefined => (isObject(value) ? value : undefined)

const isId = (value: unknown) => (typeof value === 'string' && !!value) || Number.isFinite(value)

/** What a page says of itself where its snippet is pasted as it comes. */
const releaseInPage = () =>
  document.querySelector<HTMLMetaElement>('meta[name=trilha-release]')?.content.slice(0, 60)

function whenIdle(work: () => void) {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 5000 })
  else setTimeout(work, 1000)
}

/** What the API says, if it is what the API says: a proxy's page, `{}` or another service's answer is not. */
function readBundle(body: Record<string, unknown> = {}): Bundle | undefined {
  const { etag, rev, grant, candidates, history, milestones, theme } = body
  if (!etag || !grant || typeof rev !== 'number' || !Array.isArray(candidates)) return
  if (![milestones, history, ...Object.values(history || {})].every(isObject)) return
  // Without colours of its own a till uses ours.
  const { light, dark } = (theme || {}) as Record<string, unknown>
  const isTheme = [theme, light, dark].every(isObject)
  const isKnown = (one: Candidate) =>
    [one, one?.trigger, one?.frequency].every(isObject) &&
    typeof one.id === 'string' &&
    Object.keys(surfaces).includes(one.kind)
  return {
    ...(body as unknown as Bundle),
    theme: isTheme ? (theme as unknown as Bundle['theme']) : undefined,
    candidates: candidates.filter(isKnown),
  }
}
