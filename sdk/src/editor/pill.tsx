import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Rect } from '../surfaces/frame/place'
import { cornerSpots, firstSpare, topSpots } from '../surfaces/frame/spare'
import { Icon } from './icon'

interface PillProps {
  label: string
  act: string
  onAct: () => void
}

// Screens change without telling: a till's own buttons must not lie under it for longer.
const LOOK_EVERY_MS = 400

/**
 * All that is left of the overlay while the application is hers: the way back, where it hides nothing. It stays where
 * it is for as long as the page leaves that place free.
 */
export function Pill({ label, act, onAct }: PillProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const pill = box.current!
    const size = { width: pill.offsetWidth, height: pill.offsetHeight }
    let at: Rect | undefined
    const look = () => {
      const viewport = { width: innerWidth, height: innerHeight }
      const top = topSpots(size, viewport)
      const isInside = at && at.x + size.width <= viewport.width && at.y + size.height <= viewport.height
      const spots = [...top, ...cornerSpots(size, viewport)]
      pill.style.visibility = 'hidden'
      // Where every place is taken, the top bar: menus and main buttons live at the foot.
      at = firstSpare(at && isInside ? [at, ...spots] : spots) ?? top[0]!
      pill.style.visibility = ''
      pill.style.transform = `translate(${Math.round(at.x)}px,${Math.round(at.y)}px)`
    }
    look()
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <div class="pill dark" ref={box}>
      <Icon name="navigate" size={16} />
      <span>{label}</span>
      <button type="button" class="main" onClick={onAct}>
        {act}
      </button>
    </div>
  )
}
