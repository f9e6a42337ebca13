import { type Aside, inPlace } from './aside/aside'
import { type LibraryOf, libraryCache } from './content/library'
import type { Database } from './db/database'
import { type Commit, groupCommit } from './db/group-commit'
import type { Settings } from './env'
import { createLog, type Log } from './log'
import { createMetrics, type Metrics } from './metrics'

/** What every part of the API may lean on. Tests make their own with another clock. */
export interface Services {
  db: Database
  /** A small transaction that may share its trip to the disk with others of the same moment. */
  commit: Commit
  /** What an environment gives its tills. */
  library: LibraryOf
  /** What may take long. */
  aside: Aside
  /** Epoch milliseconds. */
  now(): number
  settings: Settings
  log: Log
  metrics: Metrics
}

export const createServices = (
  db: Database,
  settings: Settings,
  {
    now = Date.now,
    log = createLog(settings.logLevel),
    aside = inPlace(db),
  }: { now?: () => number; log?: Log; aside?: Aside } = {},
): Services => ({
  db,
  commit: groupCommit(db),
  library: libraryCache(db),
  aside,
  now,
  settings,
  log,
  metrics: createMetrics(),
})
