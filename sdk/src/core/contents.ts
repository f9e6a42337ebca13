import type { Candidate } from '#contract/bundle'
import type { Content } from '#contract/experience'
import type { Store } from './store'
import { call } from './transport'

const FORGET_MS = 40 * 24 * 60 * 60_000

interface Row {
  content: Content
  usedAt: number
}

/** Published versions, which never change: from memory, from disk, or from the API, whichever has them first. */
export interface Contents {
  /** Undefined when it is nowhere to be had now. */
  get({ id, kind, hash }: Candidate): Promise<Content | undefined>
  /** Forgets versions that nobody was shown for long. */
  tidy(): Promise<void>
}

export function openContents(store: Store, base: string): Contents {
  const memory = new Map<string, Promise<Content | undefined>>()

  async function find({ id, kind, hash }: Candidate): Promise<Content | undefined> {
    const key = `c:${hash}`
    const row = await store.run((tx) => tx.get<Row>(key))
    const content = row?.content ?? (await call(`${base}/content/${encodeURIComponent(hash)}`)).body
    if (content?.id !== id || content.kind !== kind) return
    // Used today: write it anew at most once a day. A full disk only costs the next visit a download.
    if (!row || Date.now() - row.usedAt > 86_400_000)
      await store.run((tx) => tx.put(key, { content, usedAt: Date.now() })).catch(() => {})
    return content as Content
  }

  return {
    get(candidate) {
      const { hash } = candidate
      const known = memory.get(hash)
      if (known) return known
      const found = find(candidate).then((content) => {
        if (!content) memory.delete(hash)
        return content
      })
      memory.set(hash, found)
      return found
    },
    tidy: () =>
      store.run(async (tx) => {
        for (const [key, { usedAt }] of await tx.list<Row>('c:'))
          if (Date.now() - usedAt > FORGET_MS) await tx.delete(key)
      }),
  }
}
