import type { Past } from '#contract/progress'
import type { Traits } from '#contract/traits'
import type { Kit } from './kit'

/** Shops, the people in them, and their state. No account and no user is written `''`: keys hold no NULL. */
export const peopleTables = ({ table, text, moment, json, bool, index, primaryKey }: Kit) => ({
  accounts: table(
    'accounts',
    {
      environment: text().notNull(),
      id: text().notNull(),
      /** Trait `nome` or `name`, else the id. */
      name: text().notNull(),
      /** Name and id without accents in small letters, for search. */
      search: text().notNull(),
      traits: json<Traits>().notNull(),
      firstSeenAt: moment().notNull(),
      lastSeenAt: moment().notNull(),
      /** First sign-in of a person there: deadlines count from it. Null: only servers have spoken of it so far. */
      signedInAt: moment(),
    },
    (t) => [
      primaryKey({ columns: [t.environment, t.id] }),
      index('accounts_last_seen').on(t.environment, t.lastSeenAt),
    ],
  ),

  users: table(
    'users',
    {
      environment: text().notNull(),
      id: text().notNull(),
      /** Where the person was last; `memberships` has all. */
      account: text().notNull(),
      name: text().notNull(),
      search: text().notNull(),
      traits: json<Traits>().notNull(),
      /** The last boot carried a valid token or grant. */
      verified: bool().notNull(),
      firstSeenAt: moment().notNull(),
      lastSeenAt: moment().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.environment, t.id] }),
      index('users_last_seen').on(t.environment, t.lastSeenAt),
    ],
  ),

  memberships: table(
    'memberships',
    {
      environment: text().notNull(),
      account: text().notNull(),
      user: text().notNull(),
      firstSeenAt: moment().notNull(),
      lastSeenAt: moment().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.environment, t.account, t.user] }),
      index('memberships_user').on(t.environment, t.user),
    ],
  ),

  devices: table(
    'devices',
    {
      environment: text().notNull(),
      id: text().notNull(),
      sdk: text().notNull(),
      release: text(),
      user: text().notNull(),
      account: text().notNull(),
      firstSeenAt: moment().notNull(),
      lastSeenAt: moment().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.environment, t.id] }),
      index('devices_last_seen').on(t.environment, t.lastSeenAt),
    ],
  ),

  /** What became of an experience: for a person in a shop, or with `user` `''` for the shop (shared checklists). */
  progress: table(
    'progress',
    {
      environment: text().notNull(),
      account: text().notNull(),
      user: text().notNull(),
      experience: text().notNull(),
      past: json<Past>().notNull(),
      updatedAt: moment().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.environment, t.account, t.user, t.experience] }),
      index('progress_user').on(t.environment, t.user),
      index('progress_experience').on(t.environment, t.experience),
    ],
  ),

  /** When a shop reached a milestone; with `account` `''`, a person who has no shop. */
  milestonesReached: table(
    'milestones_reached',
    {
      environment: text().notNull(),
      account: text().notNull(),
      user: text().notNull(),
      milestone: text().notNull(),
      at: moment().notNull(),
      /** When we came to know it. */
      recordedAt: moment().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.environment, t.account, t.user, t.milestone] }),
      index('milestones_reached_at').on(t.environment, t.milestone, t.at),
    ],
  ),
})
