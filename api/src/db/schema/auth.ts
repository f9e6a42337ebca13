import type { Kit } from './kit'

/** The shape that better-auth dictates, under names of our own. Roles are in `members`. */
export const authTables = ({ table, text, bool, date, index, uniqueIndex }: Kit) => ({
  authUsers: table(
    'auth_users',
    {
      id: text().primaryKey(),
      name: text().notNull(),
      email: text().notNull(),
      emailVerified: bool().notNull(),
      image: text(),
      createdAt: date().notNull(),
      updatedAt: date().notNull(),
    },
    (t) => [uniqueIndex('auth_users_email').on(t.email)],
  ),
  authSessions: table(
    'auth_sessions',
    {
      id: text().primaryKey(),
      token: text().notNull(),
      userId: text().notNull(),
      expiresAt: date().notNull(),
      ipAddress: text(),
      userAgent: text(),
      createdAt: date().notNull(),
      updatedAt: date().notNull(),
    },
    (t) => [uniqueIndex('auth_sessions_token').on(t.token), index('auth_sessions_user').on(t.userId)],
  ),
  authAccounts: table(
    'auth_accounts',
    {
      id: text().primaryKey(),
      accountId: text().notNull(),
      providerId: text().notNull(),
      userId: text().notNull(),
      accessToken: text(),
      refreshToken: text(),
      idToken: text(),
      accessTokenExpiresAt: date(),
      refreshTokenExpiresAt: date(),
      scope: text(),
      password: text(),
      createdAt: date().notNull(),
      updatedAt: date().notNull(),
    },
    (t) => [index('auth_accounts_user').on(t.userId)],
  ),
  authVerifications: table(
    'auth_verifications',
    {
      id: text().primaryKey(),
      identifier: text().notNull(),
      value: text().notNull(),
      expiresAt: date().notNull(),
      createdAt: date().notNull(),
      updatedAt: date().notNull(),
    },
    (t) => [index('auth_verifications_identifier').on(t.identifier)],
  ),
})
