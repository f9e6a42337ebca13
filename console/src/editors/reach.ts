import { useEffect, useState } from 'preact/hooks'
import type { Condition } from '#contract/condition'
import { leaves } from '#contract/resolve'
import type { SegmentPreview } from '#contract/segment'
import { segments } from '../api/library'
import { counted } from '../format'
import { texts } from '../locales'
import { environment } from '../session'

const TYPING_MS = 400
const LOCAL = ['path', 'element', 'happened', 'device', 'online', 'hours']

export interface Reach {
  counts: SegmentPreview | undefined
  failed: boolean
  /** Some rules are known at the till only; the count is of the others. */
  hasLocal: boolean
}

/** How many people and shops of the environment an audience holds now. */
export function useReach(audience: Condition): Reach {
  const [counts, setCounts] = useState<SegmentPreview>()
  const [failed, setFailed] = useState(false)
  const env = environment.value.id
  const asked = JSON.stringify(withoutLocal(audience))
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(() => {
      segments.preview(env, JSON.parse(asked), { signal: stop.signal }).then(
        (answer) => {
          setCounts(answer)
          setFailed(false)
        },
        () => {
          if (!stop.signal.aborted) setFailed(true)
        },
      )
    }, TYPING_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [env, asked])
  return { counts, failed, hasLocal: leaves(audience).some(isLocal) }
}

const isLocal = (rule: Condition) => LOCAL.some((key) => key in rule)

/** The same rules without those that only a till can answer: taken as met, so the count is the most it can be. */
export function withoutLocal(condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map(withoutLocal) }
  if ('any' in condition) return { any: condition.any.map(withoutLocal) }
  if ('not' in condition) return isLocal(condition.not) ? { all: [] } : { not: withoutLocal(condition.not) }
  return isLocal(condition) ? { all: [] } : condition
}

export function reachWords(
  { counts, failed }: Reach,
  say: (people: string, shops: string) => string,
): string {
  const { editor, common } = texts()
  if (failed) return editor.reachUnknown
  if (!counts) return editor.publishCounting
  const { users, accounts } = counts
  return say(
    common.people(counted(users.matched, counts), users.matched === 1),
    common.shops(counted(accounts.matched, counts), accounts.matched === 1),
  )
}
