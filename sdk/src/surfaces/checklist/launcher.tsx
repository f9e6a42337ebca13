import { guideWords } from '../../locales/pt-BR/guide'
import { sayIn } from '../../locales/say'
import { Icon, Ring } from '../frame/drawings'
import type { Standing } from './standing'

export interface ChecklistLauncherProps {
  standing: Standing
  locale: string
  /** `bar`: ring over its word, in a rail or bottom bar. `header`: the ring alone. `corner`: a pill of its own. */
  place: 'bar' | 'header' | 'corner'
  open: boolean
  paused: boolean
  onPress: () => void
}

/** The way into the guide: a ring with the number left, shaped by where the host wants it. */
export function ChecklistLauncher({
  standing,
  locale,
  place,
  open,
  paused,
  onPress,
}: ChecklistLauncherProps) {
  const say = sayIn(locale, guideWords)
  const { left, share, daysLeft } = standing
  const n = left.length
  const whole = paused
    ? say('paused')
    : n === 0
      ? say('guideDone')
      : daysLeft === 1
        ? say('dueTomorrow')
        : n === 1
          ? say('leftOne')
          : say('left', { n })
  const word = paused ? whole : say('guide')
  const count = n > 1 ? say('left', { n }) : n ? `${say('guide')} · ${say('leftOne')}` : whole
  const size = place === 'corner' ? 38 : 34
  return (
    <button
      type="button"
      class={`launch ${place}${paused ? ' paused' : ''}`}
      aria-label={place === 'header' ? (paused ? `${say('guide')}: ${whole}` : count) : undefined}
      aria-expanded={open}
      onClick={onPress}
    >
      {n === 0 && !paused ? (
        <span class="mark done" style={{ width: size, height: size }}>
          <Icon name="tick" size={22} />
        </span>
      ) : (
        <Ring share={share} size={size}>
          {paused ? <Icon name="pause" size={16} /> : n}
        </Ring>
      )}
      {place === 'corner' && <span>{whole}</span>}
      {place === 'bar' && (
        <span>
          {word}
          {!paused && <span class="spoken">{count.slice(word.length)}</span>}
        </span>
      )}
    </button>
  )
}
