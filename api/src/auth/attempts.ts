import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { problem } from '../problem'

const WINDOW_S = 15 * 60

/**
 * Slows down guessing: ten wrong passwords per account and fifty per address in a quarter of an hour.
 * A right one is free, so a busy office behind one address is never locked out by working.
 */
export function attempts() {
  const byEmail = new RateLimiterMemory({ points: 10, duration: WINDOW_S })
  const byAddress = new RateLimiterMemory({ points: 50, duration: WINDOW_S })
  return {
    /** Counts an attempt before it is made. Throws `too_many`. */
    async begin(email: string, address: string) {
      try {
        await byAddress.consume(address)
        await byEmail.consume(email)
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        const seconds = Math.ceil(refused.msBeforeNext / 1000)
        throw problem('too_many', { headers: { 'Retry-After': String(seconds) } })
      }
    },
    /** The attempt was right: it does not count. */
    async succeed(email: string, address: string) {
      await byAddress.reward(address)
      await byEmail.delete(email)
    },
  }
}
