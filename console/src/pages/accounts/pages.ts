import { useEffect, useRef, useState } from 'preact/hooks'
import type { Page } from '#contract/people'
import { ApiError } from '../../api/client'

export interface Paged<T> {
  items: T[]
  total: number | undefined
  loading: boolean
  error: ApiError | undefined
  /** Undefined when everything is there. */
  more: (() => void) | undefined
  retry: () => void
}

/** A list read page by page. A new `key` begins again; an answer to an older key is thrown away. */
export function usePages<T>(key: string, load: (cursor?: string) => Promise<Page<T>>): Paged<T> {
  const [state, setState] = useState({
    key,
    items: [] as T[],
    total: undefined as number | undefined,
    next: undefined as string | undefined,
    loading: true,
    error: undefined as ApiError | undefined,
  })
  const current = useRef(key)
  current.current = key

  const read = (cursor: string | undefined) => {
    setState((before) => ({ ...before, loading: true, error: undefined }))
    load(cursor).then(
      ({ items, total, next }) => {
        if (current.current !== key) return
        setState((before) => ({
          key,
          items: cursor === undefined ? items : [...before.items, ...items],
          total,
          next,
          loading: false,
          error: undefined,
        }))
      },
      (error: unknown) => {
        if (current.current !== key) return
        const failure = error instanceof ApiError ? error : new ApiError('internal', 0)
        setState((before) => ({ ...before, key, loading: false, error: failure }))
      },
    )
  }
  useEffect(() => read(undefined), [key])

  return {
    items: state.items,
    total: state.total,
    loading: state.loading,
    error: state.error,
    more: state.next === undefined ? undefined : () => !state.loading && read(state.next),
    retry: () => read(state.items.length ? state.next : undefined),
  }
}
