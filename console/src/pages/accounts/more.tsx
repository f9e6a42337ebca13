import { useEffect, useRef } from 'preact/hooks'
import { texts } from '../../locales'
import { Button } from '../../ui/button'
import { Failure } from '../../ui/page'
import type { Paged } from './pages'

/** The end of a list that goes on: reads further when it comes into sight, or when pressed. */
export function More<T>({ list: { more, loading, error, retry } }: { list: Paged<T> }) {
  const foot = useRef<HTMLDivElement>(null)
  const onward = useRef(more)
  onward.current = more
  const hasMore = more !== undefined
  useEffect(() => {
    if (!hasMore || !foot.current) return
    const watching = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) onward.current?.()
      },
      { rootMargin: '400px' },
    )
    watching.observe(foot.current)
    return () => watching.disconnect()
  }, [hasMore, loading])
  if (error) return <Failure error={error} onRetry={retry} />
  if (!more) return null
  return (
    <div class="more" ref={foot}>
      <Button small onClick={more} busy={loading}>
        {texts().people.more}
      </Button>
    </div>
  )
}
