import { Icon } from './icons'
import type { Match } from './match'
import { MatchCard } from './match-card'
import { nameOf } from './names'
import { fill, type PickTexts } from './texts'

interface PickingProps {
  say: PickTexts
  element: Element | null
  crumbs: Array<{ element: Element; label: string }>
  match: Match | null
  isTouch: boolean
  /** The hint goes to the other end of the screen than the pointer. */
  isLow: boolean
  /** Height that the overlay itself takes at the top, in pixels. */
  topPx: number
  onChoose(): void
  onCrumb(element: Element): void
  onUse(element: Element, match: Match): void
  onUp?: () => void
  onCancel(): void
  onAgain(): void
}

/** All that pointing draws. */
export function Picking(props: PickingProps) {
  const { say, element, crumbs, match } = props
  const last = crumbs.at(-1)
  return (
    <>
      {element && <div class="pick-outline" key="outline" />}
      {element && (
        <nav class="pick-crumbs" aria-label={say.path} key="crumbs">
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.label}>
                {crumb !== crumbs[0] && <Icon name="chevron" size={14} />}
                <button
                  type="button"
                  aria-current={crumb === last ? 'true' : undefined}
                  onClick={() => props.onCrumb(crumb.element)}
                >
                  <span>{crumb.label}</span>
                </button>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {element && match ? (
        <MatchCard
          key={`${match.target.label}${match.target.fingerprint?.path}`}
          {...{ element, match, say }}
          onUse={props.onUse}
          onUp={props.onUp}
          onAgain={props.onAgain}
        />
      ) : (
        <Hint {...props} />
      )}
      <p class="pick-spoken" role="status" key="said">
        {last && !match ? fill(say.picked, { name: last.label || (element ? nameOf(element) : '') }) : ''}
      </p>
    </>
  )
}

function Hint({ say, element, isTouch, isLow, topPx, onChoose, onCancel }: PickingProps) {
  return (
    <div
      class="pick-hint"
      key="hint"
      style={isLow ? { top: `${topPx + 12}px`, bottom: 'auto' } : { top: 'auto', bottom: '12px' }}
    >
      <p>{isTouch ? say.hintTouch : say.hintPointer}</p>
      {isTouch && element && (
        <button type="button" class="pick-main" onClick={onChoose}>
          {say.choose}
        </button>
      )}
      <button type="button" onClick={onCancel}>
        {say.cancel}
      </button>
    </div>
  )
}
