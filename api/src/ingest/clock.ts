const TRUSTED_MS = 2 * 60_000
const OLDEST_MS = 400 * 24 * 60 * 60 * 1000

/**
 * When it happened, by our clock: a till's clock within two minutes of ours is believed, since the difference may be
 * the network's; beyond that the whole batch is moved by it. Never in the future. Undefined: too long ago to count.
 */
export function correctedAt(at: number, sentAt: number, receivedAt: number): number | undefined {
  const wrongBy = receivedAt - sentAt
  const corrected = Math.min(Math.abs(wrongBy) < TRUSTED_MS ? at : at + wrongBy, receivedAt)
  return receivedAt - corrected > OLDEST_MS ? undefined : corrected
}
