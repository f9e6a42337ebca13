import type { BusySettings } from '#contract/busy'
import type { Theme } from '#contract/theme'
import type { Environment, Role } from '#contract/workspace'
import type { Kit } from './kit'

/** The customer, its environments and keys, and who may work in it. */
export const tenancyTables = ({ table, text, int, moment, json, index, uniqueIndex, primaryKey }: Kit) => ({
  workspaces: table('workspaces', {
    id: text().primaryKey(),
    name: text().notNull(),
    createdAt: moment().notNull(),
  }),

  environments: table(
    'environments',
    {
      id: text().primaryKey(),
      workspace: text().notNull(),
      name: text().notNull(),
      kind: text().$type<Environment['kind']>().notNull(),
      publicKey: text().notNull(),
      identity: text().$type<Environment['identity']>().notNull(),
      appUrl: text(),
      /** IANA name: the days of its reports. */
      timeZone: text().notNull(),
      theme: json<Theme>(),
      /** When its tills stay out of the way. */
      busy: json<BusySettings>(),
      busyRevision: int().notNull().default(0),
      busyUpdatedAt: moment(),
      busyUpdatedBy: text(),
      /** Rises with whatever changes what tills are given: a publication, a segment, a milestone, the theme. */
      rev: int().notNull(),
      /** Signs grants. Never shown, and never changed while queued events may carry one. */
      grantSecret: text().notNull(),
      createdAt: moment().notNull(),
    },
    (t) => [
      uniqueIndex('environments_public_key').on(t.publicKey),
      index('environments_workspace').on(t.workspace),
    ],
  ),

  /** `idk_…`: signs identity tokens in the host's back end. At most two without `retiredAt`, so they can be rotated. */
  identitySecrets: table(
    'identity_secrets',
    {
      environment: text().notNull(),
      id: text().notNull(),
      secret: text().notNull(),
      createdAt: moment().notNull(),
      retiredAt: moment(),
    },
    (t) => [primaryKey({ columns: [t.environment, t.id] })],
  ),

  /** `sk_…`: for servers. Only its SHA-256 is kept. */
  secretKeys: table(
    'secret_keys',
    {
      environment: text().notNull(),
      hash: text().notNull(),
      label: text().notNull(),
      createdAt: moment().notNull(),
      revokedAt: moment(),
    },
    (t) => [primaryKey({ columns: [t.environment, t.hash] }), uniqueIndex('secret_keys_hash').on(t.hash)],
  ),

  /** `user` is the id that the auth library gave. */
  members: table(
    'members',
    {
      workspace: text().notNull(),
      user: text().notNull(),
      role: text().$type<Role>().notNull(),
      createdAt: moment().notNull(),
    },
    (t) => [primaryKey({ columns: [t.workspace, t.user] }), index('members_user').on(t.user)],
  ),

  invitations: table(
    'invitations',
    {
      workspace: text().notNull(),
      id: text().notNull(),
      email: text().notNull(),
      name: text().notNull(),
      role: text().$type<Role>().notNull(),
      /** SHA-256 of the token in the link. */
      tokenHash: text().notNull(),
      createdAt: moment().notNull(),
      createdBy: text().notNull(),
      expiresAt: moment().notNull(),
      acceptedAt: moment(),
    },
    (t) => [primaryKey({ columns: [t.workspace, t.id] }), uniqueIndex('invitations_token').on(t.tokenHash)],
  ),
})
