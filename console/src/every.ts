import { useEffect, useRef } from 'preact/hooks'

/** Does the work every `ms` milliseconds while the page is looked at, and at once when it is looked at again. */
export function useEvery(ms: number, work: () => void) {
  const latest = useRef(work)
  latest.current = work
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined
    const watch = () => {
      clearInterval(timer)
      timer = document.hidden ? undefined : setInterval(() => latest.current(), ms)
    }
    const onSight = () => {
      watch()
      if (!document.hidden) latest.current()
    }
    watch()
    document.addEventListener('visibilitychange', onSight)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onSight)
    }
  }, [ms])
}
