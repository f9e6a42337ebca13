import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Settings } from '../env'

/**
 * Who is calling, for rate limits only; it is never stored. X-Forwarded-For is what a stranger writes,
 * except for its last entry behind a proxy of our own.
 */
export function clientAddress(c: Context, { trustProxy }: Pick<Settings, 'trustProxy'>): string {
  const forwarded = trustProxy && c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  if (forwarded) return forwarded
  // Absent in tests, which call the app without a socket.
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? 'unknown') : 'local'
}
