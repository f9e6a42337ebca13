import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and those above it. Throws when one cannot be made; Node's own `recursive` would try for ever where
 * a file system says "no such folder" to making one, as /proc does.
 */
export function makeFolder(path: string) {
  const folder = resolve(path)
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}
