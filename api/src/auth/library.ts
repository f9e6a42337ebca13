import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { type BetterAuthOptions, betterAuth } from 'better-auth/minimal'
import type { Services } from '../services'
import { authSecret } from './secret'

const SESSION_DAYS = 14
export const PASSWORD = { min: 10, max: 200 } as const

/**
 * The auth library, for authentication only: passwords and sessions. Its own routes are not served, so what it could
 * do beyond that (sign-up, password reset, linking) has no door. Sign-in is in `sign-in.ts`, invitations in `members`.
 */
export function authLibrary({ db, settings }: Pick<Services, 'db' | 'settings'>) {
  const { authUsers, authSessions, authAccounts, authVerifications } = db.tables
  const isHttps = settings.publicUrl.startsWith('https:')
  return betterAuth({
    baseURL: settings.publicUrl,
    secret: authSecret(settings),
    database: drizzleAdapter(db, {
      provider: db.engine === 'sqlite' ? 'sqlite' : 'pg',
      schema: {
        user: authUsers,
        session: authSessions,
        account: authAccounts,
        verification: authVerifications,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD.min,
      maxPasswordLength: PASSWORD.max,
    },
    session: {
      expiresIn: SESSION_DAYS * 24 * 60 * 60,
      updateAge: 24 * 60 * 60,
      cookieCache: { enabled: false },
    },
    advanced: {
      cookiePrefix: 'trilha',
      useSecureCookies: isHttps,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      // No IP is kept; attempts are limited in `attempts.ts`.
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  } satisfies BetterAuthOptions)
}

export type AuthLibrary = ReturnType<typeof authLibrary>
