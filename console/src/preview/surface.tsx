import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Content } from '#contract/experience'
import { mountPreview, type Preview } from '../../../sdk/src/surfaces/preview'

/** The till's own surface, drawn by the till's own code over whatever lies below. */
export function Surface({ content, options }: { content: Content; options: Preview }) {
  const box = useRef<HTMLDivElement>(null)
  const mounted = useRef<ReturnType<typeof mountPreview>>(undefined)
  useLayoutEffect(() => {
    if (mounted.current) mounted.current.update(content, options)
    else mounted.current = mountPreview(box.current!, content, options)
  })
  useEffect(() => () => mounted.current?.stop(), [])
  return <div class="surface-box" ref={box} />
}
