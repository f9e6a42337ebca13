import { useEffect, useRef, useState } from 'preact/hooks'
import type { TourContent } from '#contract/experience'
import type { Theme } from '#contract/theme'
import { pageMode } from '../surfaces/frame/theme'
import { mountPreview } from '../surfaces/preview'
import type { StepDraft } from './draft/draft'
import { Icon } from './icon'
import type { TextLocale, Texts } from './locales'

const SIZES = {
  desktop: { width: 1366, height: 768 },
  tablet: { width: 800, height: 1280 },
  phone: { width: 360, height: 640 },
} as const
type SizeName = keyof typeof SIZES
const AIR_PX = 24

interface Props {
  t: Texts
  tour: TourContent
  step: StepDraft
  words: TextLocale
  theme?: Theme
  onClose: () => void
}

/** The step as it stands on another device, over a plain screen: the page itself has only one size. */
export function Sizes({ t, tour, step, words, theme, onClose }: Props) {
  const [name, setName] = useState<SizeName>(innerWidth < 600 ? 'tablet' : 'phone')
  const room = useRef<HTMLDivElement>(null)
  const device = useRef<HTMLDivElement>(null)
  const { width, height } = SIZES[name]
  useEffect(() => {
    const { clientWidth, clientHeight } = room.current!
    const scale = Math.min(1, (clientWidth - 2 * AIR_PX) / width, (clientHeight - 2 * AIR_PX) / height)
    const box = device.current!
    box.style.width = `${width}px`
    box.style.height = `${height}px`
    box.style.transform = `translate(-50%,-50%) scale(${scale})`
    const target = { x: width * 0.5, y: height * 0.16, width: width * 0.36, height: 52 }
    box.style.fontFamily = getComputedStyle(document.body).fontFamily
    const into = box.appendChild(document.createElement('div'))
    const preview = mountPreview(into, tour, {
      stepId: step.id,
      locale: words,
      theme,
      mode: pageMode(),
      targetRect: step.target ? target : null,
      viewport: { width, height },
    })
    const sample = box.querySelector<HTMLElement>('.sample')!
    sample.style.transform = `translate(${target.x}px,${target.y}px)`
    sample.style.width = `${target.width}px`
    return () => {
      preview.stop()
      into.remove()
    }
  }, [name, tour, words])
  return (
    <div class="sizes" role="dialog" aria-label={t.size}>
      <header class="dark">
        <fieldset class="segmented" aria-label={t.size}>
          {(Object.keys(SIZES) as SizeName[]).map((one) => (
            <button type="button" aria-pressed={one === name} onClick={() => setName(one)}>
              <Icon name={one} />
              <span>{t.sizes[one]}</span>
            </button>
          ))}
        </fieldset>
        <p>{t.sizeNote}</p>
        <button type="button" class="main" onClick={onClose}>
          {t.close}
        </button>
      </header>
      <div class="room" ref={room}>
        <div class="device" ref={device}>
          <span class="sample">{step.target?.label}</span>
        </div>
      </div>
    </div>
  )
}
