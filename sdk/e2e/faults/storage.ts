import type { Till } from '../till'
import { type Fault, inject, isShown } from './fault'

/** What a browser may do with what it was asked to keep. */

const evaluate = (script: string) => async (till: Till) => {
  await isShown(till)
  await till.page.evaluate(script)
}

export const storage: Fault[] = [
  {
    name: 'there is no IndexedDB',
    before: inject("Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true })"),
  },
  {
    name: 'IndexedDB throws when it is touched',
    before: inject(
      "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('denied', 'SecurityError') } })",
    ),
  },
  {
    name: 'IndexedDB throws when it is opened',
    before: inject(
      "IDBFactory.prototype.open = () => { throw new DOMException('denied', 'InvalidStateError') }",
    ),
  },
  {
    name: 'IndexedDB fails to open, as in a private window of old',
    before: inject(
      'const open = IDBFactory.prototype.open; IDBFactory.prototype.open = function (name) { return open.call(this, name, -1 >>> 0 > 0 ? 0 : 1) }',
    ),
  },
  { name: 'IndexedDB hangs for ever', before: inject('IDBFactory.prototype.open = () => new EventTarget()') },
  {
    name: 'a transaction of IndexedDB hangs for ever',
    before: inject(
      'const get = IDBObjectStore.prototype.get; IDBObjectStore.prototype.get = function (k) { return /^trilha/.test(this.transaction.db.name) ? new EventTarget() : get.call(this, k) }',
    ),
  },
  {
    name: 'the disk is full',
    before: inject(
      "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }",
    ),
  },
  {
    name: 'the disk fills up when all is written',
    before: inject(
      'const put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (...a) { const r = put.apply(this, a); const t = this.transaction; setTimeout(() => { try { t.abort() } catch {} }); return r }',
    ),
  },
  {
    name: 'no transaction can be opened',
    before: inject(
      "IDBDatabase.prototype.transaction = () => { throw new DOMException('closing', 'InvalidStateError') }",
    ),
  },
  {
    name: 'the database was made by a newer version',
    before: inject(
      "new Promise((done) => { const r = indexedDB.open('trilha:pk_test', 9); r.onupgradeneeded = () => r.result.createObjectStore('other'); r.onsuccess = () => { r.result.close(); done() } })",
    ),
  },
  {
    name: 'the database lacks its store',
    before: inject(
      "const real = IDBDatabase.prototype.createObjectStore; IDBDatabase.prototype.createObjectStore = function (n, o) { return real.call(this, n === 'kv' ? 'vk' : n, o) }",
    ),
  },
  {
    name: 'an old tab blocks the database',
    before: inject(
      "const open = IDBFactory.prototype.open; IDBFactory.prototype.open = function (name, version) { if (!/^trilha/.test(name)) return open.call(this, name, version); const r = new EventTarget(); setTimeout(() => r.dispatchEvent(new Event('blocked'))); return r }",
    ),
  },
  {
    name: 'the database is deleted while it is open',
    during: evaluate(
      "for (const name of ['trilha:pk_test']) { indexedDB.deleteDatabase(name) }; for (let i = 0; i < 5; i++) trilha.track('venda_concluida', { i })",
    ),
  },
  {
    name: 'the browser clears all storage in the middle',
    during: async (till) => {
      await isShown(till)
      const session = await till.page.context().newCDPSession(till.page)
      const origin = new URL(till.page.url()).origin
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
      await till.page.evaluate(
        "trilha.track('venda_concluida'); localStorage.clear(); sessionStorage.clear()",
      )
    },
  },
  {
    name: 'what was kept is garbage',
    before: inject(
      "const get = IDBObjectStore.prototype.get; IDBObjectStore.prototype.get = function (k) { const r = get.call(this, k); if (this.transaction.db.name.startsWith('trilha')) Object.defineProperty(r, 'result', { get: () => ({ history: 7, open: 'x', bundle: [], seq: 'NaN', dropped: null, device: 4 }) }); return r }",
    ),
    counts: true,
  },
  {
    name: 'web storage throws',
    before: inject(
      "for (const s of ['localStorage', 'sessionStorage']) Object.defineProperty(window, s, { get() { throw new DOMException('denied', 'SecurityError') } })",
    ),
  },
  {
    name: 'there is no web storage',
    before: inject(
      "for (const s of ['localStorage', 'sessionStorage']) Object.defineProperty(window, s, { value: null })",
    ),
  },
  {
    name: 'web storage is full',
    before: inject(
      "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    ),
  },
  {
    name: 'web storage holds garbage of ours',
    before: inject(
      "try { sessionStorage.setItem('trilha.visit', '{\"who\":5'); localStorage.setItem('trilha', 'x') } catch {}",
    ),
  },
  {
    name: 'cookies are refused',
    before: inject(
      "Object.defineProperty(Document.prototype, 'cookie', { get() { throw new DOMException('denied', 'SecurityError') } })",
    ),
  },
]
