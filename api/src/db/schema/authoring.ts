import type { Kit } from './kit'

/** Authors at work on the running application: one-time codes, and the tokens they were exchanged for. */
export const authoringTables = ({ table, text, moment, index, uniqueIndex, primaryKey }: Kit) => ({
  authoringCodes: table(
    'authoring_codes',
    {
      environment: text().notNull(),
      /** SHA-256 of the code. */
      hash: text().notNull(),
      experience: text().notNull(),
      author: text().notNull(),
      origin: text().notNull(),
      challenge: text().notNull(),
      expiresAt: moment().notNull(),
      usedAt: moment(),
    },
    (t) => [primaryKey({ columns: [t.environment, t.hash] }), uniqueIndex('authoring_codes_hash').on(t.hash)],
  ),

  authoringTokens: table(
    'authoring_tokens',
    {
      environment: text().notNull(),
      /** SHA-256 of the token. */
      hash: text().notNull(),
      /** Hash of the code it came from: a code that is tried twice takes its token down with it. */
      code: text().notNull(),
      experience: text().notNull(),
      author: text().notNull(),
      origin: text().notNull(),
      createdAt: moment().notNull(),
      expiresAt: moment().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.environment, t.hash] }),
      uniqueIndex('authoring_tokens_hash').on(t.hash),
      index('authoring_tokens_code').on(t.code),
    ],
  ),
})
