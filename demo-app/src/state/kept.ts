import { type IDBPDatabase, openDB } from 'idb'

let database: Promise<IDBPDatabase> | undefined

const open = () => {
  database ??= openDB('caixa-facil', 1, { upgrade: (db) => void db.createObjectStore('kept') })
  return database
}

/** Reads what was kept under a name; `undefined` too when the browser keeps nothing (private mode). */
export async function recall<T>(name: string): Promise<T | undefined> {
  try {
    return await (await open()).get('kept', name)
  } catch {
    return undefined
  }
}

// Writes follow each other, so that the last value given is the last value kept.
let writing = Promise.resolve()

/** Keeps a value for the next visit. Never rejects: a till without storage still sells. */
export function keep(name: string, value: unknown): Promise<void> {
  writing = writing.then(async () => {
    try {
      await (await open()).put('kept', value, name)
    } catch {
      // Nothing to fall back to; the value lives in memory until the page closes.
    }
  })
  return writing
}

export async function forgetEverything(): Promise<void> {
  await writing
  try {
    await (await open()).clear('kept')
  } catch {
    // Nothing was kept.
  }
}

/** Everything kept, for the backup file. */
export async function everything(prefix: string): Promise<Record<string, unknown>> {
  const db = await open()
  const names = (await db.getAllKeys('kept')).map(String).filter((name) => name.startsWith(prefix))
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await db.get('kept', name)])))
}
