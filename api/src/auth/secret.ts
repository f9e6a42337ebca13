import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../env'

/**
 * What signs the console's cookies: AUTH_SECRET, else one made on first start and kept beside the data, readable by
 * nobody else. Changing it signs everybody out.
 */
export function authSecret({ authSecret: given, dataDir }: Pick<Settings, 'authSecret' | 'dataDir'>): string {
  if (given) return given
  const path = join(dataDir, 'auth-secret')
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(path, 'utf8').trim()
}
