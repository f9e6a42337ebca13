import { useEffect, useState } from 'preact/hooks'
import type { Snapshot } from '#contract/snapshot'
import type { Target } from '#contract/target'
import type { Rect } from '../../surfaces/frame/place'
import { rectOf } from '../../surfaces/frame/rect'
import { Icon } from '../icon'
import type { TextLocale, Texts } from '../locales'
import { targetOf } from '../pick/match'
import { labelOf } from '../pick/names'
import { takeSnapshot } from '../pick/snapshot'
import { pickTexts } from '../pick/texts'
import { SnapshotView } from '../snapshot-view'
import { propose } from './propose'

interface ReanchorProps {
  t: Texts
  locale: TextLocale
  target: Target
  /** As it was when she pointed at it. */
  before: Snapshot | undefined
  onApprove: (target: Target, snapshot: Snapshot) => void
  /** She points at another one herself. */
  onOther: () => void
  onClose: () => void
}

const AIR_PX = 8
const SHAPE = 16 / 10
const PICTURE_PX = 190

/** The likeliest element for a target that was lost, lit on the page, beside what it looked like: is it this one? */
export function Reanchor({ t, locale, target, before, onApprove, onOther, onClose }: ReanchorProps) {
  const [found] = useState(() => propose(target))
  const [lit, setLit] = useState<{ rect: Rect; now: Snapshot }>()
  const element = found?.element
  useEffect(() => {
    if (!element) return
    element.scrollIntoView({ block: 'center', inline: 'center' })
    const look = () => setLit({ rect: rectOf(element), now: takeSnapshot(element) })
    look()
    addEventListener('resize', look)
    addEventListener('scroll', look, true)
    return () => {
      removeEventListener('resize', look)
      removeEventListener('scroll', look, true)
    }
  }, [element])
  const isLow = lit && lit.rect.y + lit.rect.height / 2 > innerHeight / 2
  return (
    <>
      {lit && <div class="re-lit" style={around(lit.rect)} />}
      <section
        class="reanchor dark"
        data-side={isLow ? 'top' : 'bottom'}
        aria-label={t.reanchor.title}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      >
        <header>
          <h2>{element ? t.reanchor.question : t.reanchor.nothing}</h2>
          <button type="button" class="icon" aria-label={t.close} title={t.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <p class="note">
          {element
            ? t.reanchor.likeness(target.label, Math.round(found.confidence * 100))
            : t.reanchor.nothingHelp(target.label)}
        </p>
        {(before ?? lit) && (
          <div class="re-pictures">
            {before && <Picture words={t.reanchor.before} value={before} />}
            {lit && <Picture words={t.reanchor.now} value={lit.now} />}
          </div>
        )}
        <div class="re-acts">
          {element && lit && (
            <button
              type="button"
              class="main"
              onClick={() => onApprove(targetOf(element, labelOf(element, pickTexts[locale])), lit.now)}
            >
              <Icon name="check" size={16} />
              {t.reanchor.approve}
            </button>
          )}
          <button type="button" class={element ? 'line' : 'main'} onClick={onOther}>
            <Icon name="pick" size={16} />
            {t.reanchor.other}
          </button>
        </div>
      </section>
    </>
  )
}

const Picture = ({ words, value }: { words: string; value: Snapshot }) => (
  <figure>
    <SnapshotView value={value} crop={SHAPE} widthPx={PICTURE_PX} label={words} />
    <figcaption>{words}</figcaption>
  </figure>
)

const around = ({ x, y, width, height }: Rect) => ({
  transform: `translate(${x - AIR_PX}px,${y - AIR_PX}px)`,
  width: `${width + 2 * AIR_PX}px`,
  height: `${height + 2 * AIR_PX}px`,
})
