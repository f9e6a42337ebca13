import { asked, type Fault, inject, isShown, loaded } from './fault'

/** What other scripts and odd browsers do to the language and the window. */

const quiet = { shows: false, settled: loaded }

export const browser: Fault[] = [
  {
    name: 'lists and words have a toJSON of their own',
    before: inject(
      "Array.prototype.toJSON = function () { return 'list' }; String.prototype.toJSON = function () { return '\"' + this + '\"' }",
    ),
  },
  {
    name: 'every object has something extra',
    before: inject('Object.prototype.extra = function () {}; Array.prototype.last = function () {}'),
  },
  {
    name: 'built-in prototypes are frozen',
    before: inject(
      'for (const one of [Object, Array, Function, Promise, String, Map, Set]) Object.freeze(one.prototype)',
    ),
  },
  { name: 'fetch throws', before: inject("window.fetch = () => { throw new Error('ours now') }"), ...quiet },
  { name: 'fetch answers nothing', before: inject('window.fetch = () => undefined'), ...quiet },
  {
    name: 'fetch answers something else',
    before: inject("window.fetch = async () => ({ ok: 1, status: '200' })"),
    ...quiet,
  },
  { name: 'fetch never answers', before: inject('window.fetch = () => new Promise(() => {})'), ...quiet },
  {
    name: 'fetch is missing',
    // The demo POS itself cannot do without.
    only: ['plain', 'react'],
    before: inject('delete window.fetch; window.fetch = undefined'),
    ...quiet,
  },
  {
    name: 'fetch is wrapped by a monitor',
    before: inject(
      'const f = window.fetch; window.fetch = function (...a) { return f.apply(this, a).then((r) => r.clone()) }',
    ),
  },
  {
    name: 'Promise is a library’s own',
    before: inject(
      "const Native = Promise; function Mine(work) { const p = new Native(work); const q = Object.create(Mine.prototype); q.then = (a, b) => Mine.wrap(p.then(a, b)); q.catch = (b) => q.then(undefined, b); q.finally = (f) => Mine.wrap(p.finally(f)); return q } Mine.wrap = (p) => new Mine((y, n) => p.then(y, n)); for (const k of ['all', 'race', 'allSettled', 'any', 'resolve', 'reject']) Mine[k] = (...a) => Mine.wrap(Native[k](...a)); window.Promise = Mine",
    ),
  },
  {
    name: 'Promise has no finally and no allSettled',
    before: inject('delete Promise.prototype.finally; delete Promise.allSettled; delete Promise.any'),
  },
  {
    name: 'JSON.parse throws',
    before: inject("JSON.parse = () => { throw new Error('no') }"),
    ...quiet,
    counts: true,
  },
  {
    name: 'JSON.parse makes dates of numbers',
    before: inject(
      "const parse = JSON.parse; JSON.parse = (t) => parse(t, (k, v) => (k === 'now' ? new Date(v) : v))",
    ),
  },
  {
    name: 'JSON.stringify throws',
    before: inject("JSON.stringify = () => { throw new Error('no') }"),
    ...quiet,
    counts: true,
  },
  {
    name: 'Date.now throws',
    // The demo POS itself cannot do without.
    only: ['plain', 'react'],
    before: inject("Date.now = () => { throw new Error('no') }"),
    ...quiet,
    counts: true,
  },
  { name: 'Date.now is a word', before: inject("Date.now = () => 'noon'"), counts: true },
  { name: 'the clock stands still', before: inject('const at = Date.now(); Date.now = () => at') },
  {
    name: 'the clock is ten years ahead',
    before: inject('const real = Date.now; Date.now = () => real.call(Date) + 315576e6'),
  },
  {
    name: 'the clock is ten years behind',
    before: inject('const real = Date.now; Date.now = () => real.call(Date) - 315576e6'),
  },
  {
    name: 'the clock jumps by hours at each look',
    before: inject(
      'const real = Date.now; let n = 0; Date.now = () => real.call(Date) + (n++ % 2 ? 1 : -1) * 72e5',
    ),
  },
  {
    name: 'the clock is set back a year in the middle',
    during: async (till) => {
      await isShown(till)
      await till.page.evaluate(
        "const real = Date.now; Date.now = () => real.call(Date) - 31557600000; trilha.track('venda_concluida')",
      )
    },
  },
  {
    name: 'performance.now is missing',
    before: inject('Performance.prototype.now = undefined'),
    ...quiet,
    counts: true,
  },
  {
    name: 'addEventListener knows no options',
    before: inject(
      'const add = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (n, f, c) { return add.call(this, n, f, c === true) }',
    ),
  },
  {
    name: 'addEventListener is wrapped and answers late',
    before: inject(
      "const add = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (n, f, o) { return add.call(this, n, typeof f === 'function' ? function (e) { return f.call(this, e) } : f, o) }",
    ),
  },
  {
    name: 'addEventListener throws',
    before: inject(
      "const add = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (n, f, o) { if (/trilha\\.js|chunks/.test(new Error().stack)) throw new Error('no'); return add.call(this, n, f, o) }",
    ),
    ...quiet,
    counts: true,
  },
  {
    name: 'MutationObserver is missing',
    before: inject(
      "const Real = MutationObserver; Object.defineProperty(window, 'MutationObserver', { get() { if (/\\/sdk\\//.test(new Error().stack)) return undefined; return Real } })",
    ),
    // What is on the page already needs none; what comes late would.
    shows: 'maybe',
    settled: loaded,
    counts: true,
  },
  {
    name: 'MutationObserver never calls',
    before: inject(
      'const Real = MutationObserver; window.MutationObserver = class extends Real { constructor(f) { super(() => {}) } }',
    ),
  },
  {
    name: 'timers answer with objects',
    before: inject(
      'const real = setTimeout; window.setTimeout = (f, ms, ...a) => ({ id: real(f, ms, ...a) }); const clear = clearTimeout; window.clearTimeout = (t) => clear(t && t.id)',
    ),
  },
  {
    name: 'timers are slowed to a second',
    before: inject(
      '{ const real = setTimeout; window.setTimeout = (f, ms, ...a) => real(f, Math.max(ms || 0, 1000), ...a) }',
    ),
  },
  {
    name: 'requestAnimationFrame and requestIdleCallback never call',
    before: inject('{ window.requestIdleCallback = () => 0 }'),
  },
  {
    name: 'attachShadow is wrapped to be closed',
    before: inject(
      "const real = Element.prototype.attachShadow; Element.prototype.attachShadow = function (o) { return /^trilha/.test(this.localName) ? real.call(this, { ...o, mode: 'closed' }) : real.call(this, o) }",
    ),
    shows: false,
    settled: asked,
  },
  {
    name: 'there is no crypto at all',
    before: inject("Object.defineProperty(window, 'crypto', { value: undefined })"),
  },
  {
    name: 'there is no Intl',
    // The demo POS itself cannot do without.
    only: ['plain', 'react'],
    before: inject('delete window.Intl'),
  },
  {
    name: 'the browser says it is offline but is not',
    before: inject("Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })"),
  },
  {
    name: 'the browser names no language',
    before: inject(
      "Object.defineProperty(Navigator.prototype, 'language', { get: () => undefined }); Object.defineProperty(Navigator.prototype, 'languages', { get: () => [] }); addEventListener('DOMContentLoaded', () => document.documentElement.removeAttribute('lang'))",
    ),
  },
  { name: 'the console is gone', before: inject('window.console = undefined') },
  {
    name: 'errors are thrown by whoever listens to errors',
    before: inject(
      "addEventListener('error', (e) => { e.stopImmediatePropagation() }, true); window.onerror = () => { throw new Error('again') }",
    ),
  },
]
