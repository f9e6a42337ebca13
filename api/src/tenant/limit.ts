import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { problem } from '../problem'
import type { Services } from '../services'
import { clientAddress } from './address'

/**
 * So many requests a minute per client address; a shop's tills share one. Not per key as well: keys can be made up,
 * and each would have its own count. Undefined: no limit is set.
 */
export function admission({ settings }: Pick<Services, 'settings'>) {
  if (!settings.rateLimit) return undefined
  const limiter = new RateLimiterMemory({ points: settings.rateLimit, duration: 60 })
  /** Rejects with `too_many`. */
  return async (c: Context) => {
    try {
      await limiter.consume(clientAddress(c, settings))
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      throw problem('too_many', { headers: retryAfter(error.msBeforeNext / 1000) })
    }
  }
}

/** The same as a layer of its own. */
export function rateLimit(services: Services): MiddlewareHandler {
  const admit = admission(services)
  return async (c, next) => {
    await admit?.(c)
    await next()
  }
}

export const retryAfter = (seconds: number) => ({ 'retry-after': String(Math.max(1, Math.ceil(seconds))) })
