import type { Candidate } from '#contract/bundle'
import type { Content } from '#contract/experience'
import { now } from '../core/clock'
import { call } from '../core/transport'
import type { SurfaceModule } from '../surfaces/surface'
import type { House } from './house'

const DAY_MS = 24 * 60 * 60_000

interface Row {
  content: Record<string, unknown>
  usedAt: number
}

/** Published versions, which never change: from memory, from disk, or from the API, whichever has them first. */
export interface Contents {
  /** Undefined when it is nowhere to be had now, null when this version of the script can't read it. */
  get(candidate: Candidate, surface: Promise<SurfaceModule>): Promise<Content | null | undefined>
}

export function openContents({
  base,
  onDevice,
  record,
}: Pick<House, 'base' | 'onDevice' | 'record'>): Contents {
  const memory = new Map<string, Promise<Content | null | undefined>>()

  async function find(
    { id, kind, version, hash }: Candidate,
    surface: Promise<SurfaceModule>,
  ): Promise<Content | null | undefined> {
    const key = `c:${hash}`
    const row = await onDevice(({ store }) => store.run((tx) => tx.get<Row>(key)))
    const content = row?.content || (await call(`${base}/content/${encodeURIComponent(hash)}`)).body
    if (content?.id !== id || content.kind !== kind) return
    if (content.version !== version || !(await surface).isReadable(content)) {
      record('trilha.error', { because: 'content', experience: id, version }, now())
      return null
    }
    // Written anew at most once a day.
    if (!row || Date.now() - row.usedAt > DAY_MS) {
      const fresh = { content, usedAt: Date.now() }
      await onDevice(({ store }) => store.run((tx) => tx.put(key, fresh)))
    }
    return content as unknown as Content
  }

  return {
    get(candidate, surface) {
      const { hash } = candidate
      const found = memory.get(hash) || find(candidate, surface)
      memory.set(hash, found)
      const forget = () => void memory.delete(hash)
      found.then((content) => content === undefined && forget(), forget)
      return found
    },
  }
}
