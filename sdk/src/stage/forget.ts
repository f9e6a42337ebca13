import type { Tx } from '../core/store'

const FORGET_MS = 40 * 24 * 60 * 60_000 // Longer than the outbox keeps events that need a person's proof.

/** Forgets people who have not been here, and contents that nobody was offered, for long. */
export async function forget(tx: Tx): Promise<void> {
  for (const prefix of ['p:', 'c:'])
    for (const [key, { usedAt }] of await tx.list<{ usedAt: number }>(prefix))
      if (Date.now() - usedAt > FORGET_MS) await tx.delete(key)
}
