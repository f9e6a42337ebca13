/** Keys and values of one environment on this device. What `run` does happens whole or not at all, for all tabs. */
export interface Store {
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** Await nothing but these inside `run`: a database transaction ends when it is left idle. */
export interface Tx {
  get<T>(key: string): Promise<T | undefined>
  put(key: string, value: unknown): Promise<unknown>
  delete(key: string): Promise<unknown>
  /** Keys that begin with `prefix` and their values, in the order of keys. */
  list<T>(prefix: string, limit?: number): Promise<Array<[key: string, value: T]>>
}

const OPEN_MS = 1500 // A database that hangs is as good as none; the page goes on without.
const RUN_MS = 5000
/** Behind each character that a key of ours may begin with or go on with after a prefix. */
const LAST = '~'

/** IndexedDB, or the page's memory where that is missing, throws, hangs or breaks later. Never rejects. */
export async function openStore(name: string): Promise<Store> {
  const memory = memoryStore()
  try {
    const opening = indexedDB.open(name, 1)
    opening.onupgradeneeded = () => void opening.result.createObjectStore('kv')
    const db = await within(OPEN_MS, answer(opening))
    // Another tab wants to delete or renew it: let go, and finish this visit in memory.
    db.onversionchange = () => db.close()
    let broken = false
    const run: Store['run'] = async (work) => {
      if (!broken)
        try {
          const tx = db.transaction('kv', 'readwrite')
          const store = tx.objectStore('kv')
          const over = new Promise((resolve, reject) => {
            tx.oncomplete = resolve
            tx.onerror = tx.onabort = () => reject(tx.error)
          })
          const done = work({
            get: (key) => answer(store.get(key)),
            put: (key, value) => answer(store.put(value, key)),
            delete: (key) => answer(store.delete(key)),
            list: async (prefix, limit) => {
              const range = IDBKeyRange.bound(prefix, prefix + LAST)
              const [keys, values] = await Promise.all([
                answer(store.getAllKeys(range, limit)),
                answer(store.getAll(range, limit)),
              ])
              return keys.map((key, i) => [key as string, values[i]])
            },
          })
          // Both are watched from the start, so that neither rejects unheard.
          const [result] = await within(RUN_MS, Promise.all([done, over]))
          return result
        } catch {
          // Also when the disk is full: what it holds is safe, and this visit goes on in memory.
          broken = true
        }
      return memory.run(work)
    }
    return { run }
  } catch {
    return memory
  }
}

const answer = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** The same promises for as long as the page lives. */
export function memoryStore(): Store {
  const rows = new Map<string, unknown>()
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(work) {
      const next = last.then(() =>
        work({
          get: async <T>(key: string) => rows.get(key) as T,
          put: async (key, value) => rows.set(key, value),
          delete: async (key) => rows.delete(key),
          list: async <T>(prefix: string, limit = Infinity) =>
            [...(rows as Map<string, T>)]
              .filter(([key]) => key.startsWith(prefix))
              .sort()
              .slice(0, limit),
        }),
      )
      last = next.catch(() => {})
      return next
    },
  }
}

/** Forgets everything. */
export async function clear(tx: Tx): Promise<void> {
  for (const [key] of await tx.list('')) await tx.delete(key)
}

/** Rejects when `promise` has not settled after `ms` milliseconds. */
export function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, ms)
    const over = () => clearTimeout(timer)
    promise.then(resolve, reject)
    // Not `finally`, which old WebViews lack.
    promise.then(over, over)
  })
}
