import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Experience } from '#contract/library'
import { type SaveState, startAutosave } from './autosave'
import type { ContentDraft } from './draft'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const named = (name: string, path?: string): ContentDraft => ({
  kind: 'tour',
  name,
  audience: { all: [] },
  trigger: { on: 'load' },
  frequency: {},
  steps: [{ id: 'passo-1', title: { 'pt-BR': 'Caixa' }, body: [], advance: { on: 'button' }, path }],
})

/** A server that keeps one draft and refuses a save that is based on an older one. */
function aServer() {
  const server = {
    revision: 3,
    drafts: [] as ContentDraft[],
    get names() {
      return server.drafts.map(({ name }) => name)
    },
    isUp: true,
    experience: (): Experience => ({
      id: 'tour',
      draft: (server.drafts.at(-1) ?? named('antes')) as Experience['draft'],
      revision: server.revision,
      updatedAt: 1000 + server.revision,
      updatedBy: 'Bruno',
      publications: [],
      changed: true,
      issues: [],
    }),
    save: async (revision: number, draft: ContentDraft) => {
      if (!server.isUp) throw { code: 'offline' }
      if (revision !== server.revision) throw { code: 'conflict', current: server.experience() }
      server.revision++
      server.drafts.push(draft)
      return server.experience()
    },
  }
  return server
}

function anAuthor(server: ReturnType<typeof aServer>) {
  const states: SaveState[] = []
  const joined: ContentDraft[] = []
  const autosave = startAutosave({
    revision: server.revision,
    savedAt: 1000,
    save: server.save,
    base: named('antes'),
    onState: (state) => states.push(state),
    onSaved: () => {},
    onJoined: (draft) => joined.push(draft),
  })
  return { ...autosave, states, joined, now: () => states.at(-1)?.is }
}

test('words are sent once, when the author pauses, and only the newest', async () => {
  const server = aServer()
  const ana = anAuthor(server)
  ana.changed(named('P'))
  ana.changed(named('Pri'))
  ana.changed(named('Primeira venda'))
  expect(ana.now()).toBe('changed')
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.names).toEqual(['Primeira venda'])
  expect(ana.states.at(-1)).toEqual({ is: 'saved', at: 1004 })
})

test('what is written while a save is on its way is saved after it, on the newer revision', async () => {
  const server = aServer()
  const ana = anAuthor(server)
  ana.changed(named('um'))
  const first = ana.flush()
  ana.changed(named('dois'))
  await first
  await ana.flush()
  expect(server.names).toEqual(['um', 'dois'])
  expect(ana.now()).toBe('saved')
})

test('without connection the words stay, the state says so, and they arrive when it is back', async () => {
  const server = aServer()
  const ana = anAuthor(server)
  server.isUp = false
  ana.changed(named('no trem'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(ana.now()).toBe('offline')
  expect(await ana.flush()).toBe(false)
  server.isUp = true
  await vi.advanceTimersByTimeAsync(6000)
  expect(server.names).toEqual(['no trem'])
  expect(ana.now()).toBe('saved')
})

test('when Bruno saved first nothing is overwritten until Ana chooses hers', async () => {
  const server = aServer()
  const ana = anAuthor(server)
  await server.save(3, named('de Bruno'))
  ana.changed(named('de Ana'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(ana.now()).toBe('conflict')
  ana.changed(named('de Ana, mais'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(server.names).toEqual(['de Bruno'])
  expect(ana.keepMine()).toMatchObject({ name: 'de Ana, mais' })
  expect(await ana.flush()).toBe(true)
  expect(server.names).toEqual(['de Bruno', 'de Ana, mais'])
})

test('taking Bruno’s words keeps what Ana wrote elsewhere', async () => {
  const server = aServer()
  const ana = anAuthor(server)
  await server.save(3, named('de Bruno'))
  ana.changed(named('de Ana', '/venda'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(ana.takeTheirs()).toMatchObject({ name: 'de Bruno', steps: [{ path: '/venda' }] })
  expect(await ana.flush()).toBe(true)
  expect(server.drafts.at(-1)).toMatchObject({ name: 'de Bruno', steps: [{ path: '/venda' }] })
})

test('what Bruno wrote elsewhere is joined with Ana’s words, and nobody is asked', async () => {
  const server = aServer()
  const ana = anAuthor(server)
  await server.save(3, named('de Bruno'))
  ana.changed(named('antes', '/venda'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(ana.now()).toBe('saved')
  expect(ana.joined).toMatchObject([{ name: 'de Bruno', steps: [{ path: '/venda' }] }])
  expect(server.drafts.at(-1)).toMatchObject({ name: 'de Bruno', steps: [{ path: '/venda' }] })
})

test('words that arrived though their answer was lost are saved, and nobody else is named', async () => {
  const server = aServer()
  const ana = anAuthor(server)
  await server.save(3, named('de Ana'))
  ana.changed(named('de Ana'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(ana.states.at(-1)).toEqual({ is: 'saved', at: 1004 })
  expect(ana.joined).toEqual([])
  ana.changed(named('de Ana, mais'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.names).toEqual(['de Ana', 'de Ana, mais'])
})

test('a refusal keeps the words for the next try', async () => {
  const server = aServer()
  const ana = anAuthor(server)
  const autosave = startAutosave({
    revision: 3,
    savedAt: 0,
    base: named('antes'),
    save: () => Promise.reject({ code: 'too_large' }),
    onState: (state) => ana.states.push(state),
    onSaved: () => {},
    onJoined: () => {},
  })
  autosave.changed(named('enorme'))
  expect(await autosave.flush()).toBe(false)
  expect(ana.states.at(-1)).toEqual({ is: 'refused', code: 'too_large' })
})
