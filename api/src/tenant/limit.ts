import { createMiddleware } from 'hono/factory'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { problem } from '../problem'
import type { Services } from '../services'
import { clientAddress } from './address'

/** So many requests a minute per environment key and client address; a shop's tills share an address. */
export function rateLimit({ settings }: Services) {
  const limiter = new RateLimiterMemory({ points: Math.max(1, settings.rateLimit), duration: 60 })
  return createMiddleware(async (c, next) => {
    if (settings.rateLimit) {
      try {
        await limiter.consume(`${c.req.param('key') ?? ''} ${clientAddress(c, settings)}`)
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        throw problem('too_many', { headers: retryAfter(error.msBeforeNext / 1000) })
      }
    }
    await next()
  })
}

export const retryAfter = (seconds: number) => ({ 'retry-after': String(Math.max(1, Math.ceil(seconds))) })
