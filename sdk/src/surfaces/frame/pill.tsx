import { Icon, Ring } from './drawings'

export interface PillProps {
  share: number
  label: string
  /** Absent: it only tells, e.g. while a sale goes on. */
  onPress?: () => void
  /** Comes a moment later, so that a short wait shows nothing. */
  late?: boolean
}

/** A surface folded away: what waits, and the way back to it. */
export function Pill({ share, label, onPress, late }: PillProps) {
  const parts = (
    <>
      <Ring share={share} size={onPress ? 32 : 30}>
        <Icon name={onPress ? 'play' : 'pause'} size={16} />
      </Ring>
      <span>{label}</span>
    </>
  )
  if (onPress)
    return (
      <button type="button" class="pill full" onClick={onPress}>
        {parts}
      </button>
    )
  return (
    <div class={late ? 'pill late' : 'pill'} role="status">
      {parts}
    </div>
  )
}
