import type { Tx } from '../core/store'

const FORGET_MS = 40 * 24 * 60 * 60_000 // Longer than the outbox keeps events that need a person's proof.
const QUOTA_CHARS = 2_000_000 // Of each kind: hundreds of contents, and of people more than a shop has.

/** Forgets people who have not been here, and contents nobody was offered, for long; what is over the quota, oldest first. */
export async function forget(tx: Tx): Promise<void> {
  for (const prefix of ['p:', 'c:']) {
    let chars = 0
    const rows = await tx.list<{ usedAt: number }>(prefix)
    for (const [key, row] of rows.sort(([, a], [, b]) => b.usedAt - a.usedAt)) {
      chars += JSON.stringify(row).length
      if (chars > QUOTA_CHARS || Date.now() - row.usedAt > FORGET_MS) await tx.delete(key)
    }
  }
}
