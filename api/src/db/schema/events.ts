import type { Passage } from '../../progress/passage'
import type { Kit } from './kit'

/** What happened, append-only, and what is folded from it in the same transaction. All of it can be rebuilt. */
export const eventTables = ({ table, text, int, moment, json, index, primaryKey }: Kit) => ({
  /**
   * `day` is the UTC epoch day in the UUIDv7 id, so that a retry meets the same partition.
   * The SQLite migration adds WITHOUT ROWID by hand: rows then lie in key order and need no second tree.
   */
  events: table(
    'events',
    {
      environment: text().notNull(),
      day: int().notNull(),
      id: text().notNull(),
      name: text().notNull(),
      /** When it happened, by the corrected clock. */
      at: moment().notNull(),
      /** The device's own clock. */
      capturedAt: moment().notNull(),
      receivedAt: moment().notNull(),
      /** `''`: a server spoke of the shop as a whole. */
      user: text().notNull(),
      /** `''`: the person has no shop. */
      account: text().notNull(),
      device: text().notNull(),
      seq: moment().notNull(),
      release: text(),
      properties: json<Record<string, unknown>>().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.environment, t.day, t.id] }),
      index('events_account').on(t.environment, t.account, t.name, t.at),
      index('events_user').on(t.environment, t.user, t.at),
      // Account and user stand in it so that "how many shops did X" never leaves the index.
      index('events_name').on(t.environment, t.name, t.at, t.account, t.user),
    ],
  ),

  /** How often each name came per local day; our own also by experience, version and part (step or task). */
  counts: table(
    'counts',
    {
      environment: text().notNull(),
      /** Epoch day in the environment's time zone, of the corrected moment. */
      day: int().notNull(),
      name: text().notNull(),
      /** `''` for a host's own events. */
      experience: text().notNull(),
      version: int().notNull(),
      part: text().notNull(),
      n: int().notNull(),
      lastAt: moment().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.environment, t.name, t.experience, t.version, t.part, t.day] }),
      index('counts_experience').on(t.environment, t.experience, t.day),
    ],
  ),

  /** One passage of one person through one version of an experience: what content reports count people by. */
  passages: table(
    'passages',
    {
      environment: text().notNull(),
      experience: text().notNull(),
      run: text().notNull(),
      user: text().notNull(),
      account: text().notNull(),
      version: int().notNull(),
      /** First sign of it, whatever event that was. */
      startedAt: moment().notNull(),
      completedAt: moment(),
      dismissedAt: moment(),
      snoozedAt: moment(),
      passage: json<Passage>().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.environment, t.experience, t.run, t.user, t.account] }),
      index('passages_started').on(t.environment, t.experience, t.startedAt),
    ],
  ),

  /** Looks of tills for a step's element: how often each outcome came, by host release and local day. */
  targetSights: table(
    'target_sights',
    {
      environment: text().notNull(),
      experience: text().notNull(),
      version: int().notNull(),
      step: text().notNull(),
      /** The host's own version; `''`: it tells none. */
      release: text().notNull(),
      /** Where it was not found, masked; `''` where it was. */
      path: text().notNull(),
      /** A `MissingReason`; `''`: found. */
      because: text().notNull(),
      /** Of the best candidate, percent in steps of 5, rounded down: few rows, and still a median. */
      confidence: int().notNull(),
      day: int().notNull(),
      n: int().notNull(),
      firstAt: moment().notNull(),
      lastAt: moment().notNull(),
    },
    (t) => [
      primaryKey({
        columns: [
          t.environment,
          t.experience,
          t.version,
          t.step,
          t.release,
          t.path,
          t.because,
          t.confidence,
          t.day,
        ],
      }),
    ],
  ),
})
