let offsetMs = 0

/** The best clock known: the device's, set right by what the server last said. Epoch milliseconds. */
export const now = () => Date.now() + offsetMs

/** Takes the server's clock from an answer; half the way there is as good a guess as any. */
export function learn(serverNow: unknown, sentAt: number): void {
  const receivedAt = Date.now()
  // A clock that was set while the answer was on its way teaches nothing.
  if (typeof serverNow !== 'number' || receivedAt < sentAt || receivedAt - sentAt > 20_000) return
  offsetMs = serverNow - (sentAt + receivedAt) / 2
  // Seconds don't matter to a shop, and a steady clock is easier to follow.
  if (Math.abs(offsetMs) < 2000) offsetMs = 0
}
