import { useLayoutEffect, useRef } from 'preact/hooks'
import { cornerSpots, firstSpare, topSpots } from '../surfaces/frame/spare'
import { Icon } from './icon'

interface PillProps {
  label: string
  act: string
  onAct: () => void
}

/** All that is left of the overlay while the application is hers: the way back, where it hides nothing. */
export function Pill({ label, act, onAct }: PillProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const pill = box.current!
    const size = { width: pill.offsetWidth, height: pill.offsetHeight }
    const viewport = { width: innerWidth, height: innerHeight }
    pill.style.visibility = 'hidden'
    const spot = firstSpare([...topSpots(size, viewport), ...cornerSpots(size, viewport)])
    pill.style.visibility = ''
    // Where every place is taken, the top bar: menus and main buttons live at the foot.
    const { x, y } = spot ?? topSpots(size, viewport)[0]!
    pill.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)`
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
