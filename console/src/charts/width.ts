import { useEffect, useRef, useState } from 'preact/hooks'

/** The width of an element, kept up to date: charts are drawn in real pixels, so that text and lines never stretch. */
export function useWidth(fallback: number) {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(fallback)
  useEffect(() => {
    const measure = () => setWidth(Math.round(ref.current?.clientWidth || fallback))
    measure()
    const watching = new ResizeObserver(measure)
    watching.observe(ref.current!)
    return () => watching.disconnect()
  }, [fallback])
  return { ref, width }
}
