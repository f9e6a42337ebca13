import { useEffect, useState } from 'preact/hooks'
import { ApiError } from './api/client'
import { hasExpired, online } from './api/connection'

/** What was read last, by key: a page that is opened again shows it at once and refreshes it behind. */
const known = new Map<string, unknown>()
export const forgetResources = () => known.clear()

export interface Resource<T> {
  /** The newest answer, also while a newer one is on its way. */
  data: T | undefined
  error: ApiError | undefined
  loading: boolean
  reload: () => void
  /** Puts a change that the server has accepted, or will, on the screen at once. */
  set: (data: T) => void
}

interface State {
  key: string
  data: unknown
  error: ApiError | undefined
  loading: boolean
}

/**
 * Reads from the API for as long as the component is on the page, again whenever `key` changes,
 * and by itself when the connection is back or she has signed in again. `key` names the question: same key, same answer.
 * @example const shops = useResource(`${env}/accounts`, () => accounts.list(env))
 */
export function useResource<T>(key: string, load: () => Promise<T>): Resource<T> {
  const [state, setState] = useState<State>(() => begin(key))
  const [turn, setTurn] = useState(0)
  const isOnline = online.value
  const isExpired = hasExpired.value

  useEffect(() => {
    let current = true
    setState((before) => (before.key === key ? { ...before, loading: true } : begin(key)))
    load().then(
      (data) => {
        known.set(key, data)
        if (current) setState({ key, data, error: undefined, loading: false })
      },
      (error: unknown) => {
        const failure = error instanceof ApiError ? error : new ApiError('internal', 0)
        if (current) setState((before) => ({ ...before, error: failure, loading: false }))
      },
    )
    return () => {
      current = false
    }
  }, [key, turn])

  useEffect(() => {
    if (isOnline && state.error?.code === 'offline') setTurn((n) => n + 1)
  }, [isOnline])
  useEffect(() => {
    if (!isExpired && state.error?.code === 'not_signed_in') setTurn((n) => n + 1)
  }, [isExpired])

  const shown = state.key === key ? state : begin(key)
  return {
    data: shown.data as T | undefined,
    error: shown.error,
    loading: shown.loading,
    reload: () => setTurn((n) => n + 1),
    set: (data) => {
      known.set(key, data)
      setState({ key, data, error: undefined, loading: false })
    },
  }
}

const begin = (key: string): State => ({ key, data: known.get(key), error: undefined, loading: true })
