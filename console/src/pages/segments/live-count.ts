import { useEffect, useState } from 'preact/hooks'
import type { Condition } from '#contract/condition'
import type { SegmentPreview } from '#contract/segment'
import type { ApiError } from '../../api/client'
import { segments } from '../../api/library'
import { environment } from '../../session'

const TYPING_MS = 250 // between two letters of one word

export interface LiveCount {
  /** The newest answer, also while a newer question is on its way. */
  preview: SegmentPreview | undefined
  counting: boolean
  error: ApiError | undefined
}

/** Counts a condition again whenever it changes: after a breath, and never with an answer to an older question. */
export function useLiveCount(condition: Condition): LiveCount {
  const { id } = environment.value
  const [state, setState] = useState<LiveCount>({ preview: undefined, counting: true, error: undefined })
  const question = JSON.stringify(condition)
  useEffect(() => {
    const cancel = new AbortController()
    setState((before) => ({ ...before, counting: true }))
    const timer = setTimeout(() => {
      segments.preview(id, JSON.parse(question) as Condition, { signal: cancel.signal }).then(
        (preview) => {
          if (!cancel.signal.aborted) setState({ preview, counting: false, error: undefined })
        },
        (error: ApiError) => {
          if (!cancel.signal.aborted) setState((before) => ({ ...before, counting: false, error }))
        },
      )
    }, TYPING_MS)
    return () => {
      clearTimeout(timer)
      cancel.abort()
    }
  }, [id, question])
  return state
}
