import type { Till } from '../till'
import { type Fault, isShown } from './fault'

/** The script's own public face, used as it should not be. */

const METHODS = 'identify update updateAccount setLocale track page busy free show hide why on consent'.split(
  ' ',
)

/** Source text of values that no call expects. */
const VALUES: Record<string, string> = {
  nothing: 'undefined',
  null: 'null',
  'a number that is none': 'NaN',
  'a symbol': "Symbol('x')",
  'a very long word': "'x'.repeat(2e6)",
  'a very large list': 'Array.from({ length: 2e4 }, (_, i) => ({ i }))',
  'an object that contains itself': '(() => { const o = { a: 1 }; o.o = o; return o })()',
  'an object whose fields throw':
    "new Proxy({}, { get() { throw new Error('host') }, ownKeys() { throw new Error('host') }, has() { throw new Error('host') } })",
  'a getter that throws':
    "({ get traits() { throw new Error('host') }, get token() { throw new Error('host') }, get account() { throw new Error('host') }, get ttlMs() { throw new Error('host') }, get a() { throw new Error('host') } })",
  'words that throw':
    "({ toString() { throw new Error('host') }, valueOf() { throw new Error('host') }, toJSON() { throw new Error('host') } })",
  'a BigInt': '10n ** 40n',
  'an element': 'document.body',
  'a function': '() => { throw new Error("host") }',
  'a promise': 'Promise.resolve()',
}

/** Called with it as first, as second and as every argument; nothing may throw, and the answer of `on` stops. */
const misuse = (value: string) => async (till: Till) => {
  await isShown(till)
  const thrown = await till.page.evaluate(`(() => {
    const thrown = []
    const make = () => (${value})
    const past = new Set(['consent'])
    for (const name of ${JSON.stringify(METHODS)}) {
      if (past.has(name)) continue
      for (const args of [[make()], ['x', make()], [make(), make(), make()], []])
        try { const stop = trilha[name](...args); if (name === 'on') stop() } catch (error) { thrown.push(name + ': ' + error) }
    }
    try { trilha.init(make(), make()) } catch (error) { thrown.push('init: ' + error) }
    return thrown
  })()`)
  if ((thrown as string[]).length) throw new Error(`${thrown}`)
  // Afterwards Maria signs in as ever.
  await till.call('reset()')
  await till.call("identify('maria', { account: { id: 'loja-1' } })")
  await till.call("free('x')")
}

export const calls: Fault[] = [
  ...Object.entries(VALUES).map(([what, value]) => ({
    name: `every call is made with ${what}`,
    during: misuse(value),
  })),
]
