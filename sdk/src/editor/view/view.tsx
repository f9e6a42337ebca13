import { useEffect, useRef, useState } from 'preact/hooks'
import type { TourContent } from '#contract/experience'
import type { Theme } from '#contract/theme'
import { pageMode } from '../../surfaces/frame/theme'
import { mountPreview } from '../../surfaces/preview'
import type { Api } from '../api'
import type { StepDraft } from '../draft/draft'
import { Icon } from '../icon'
import { authorLocale, type TextLocale, type Texts, textLocales } from '../locales'
import { useViewing, Verdicts, Whom } from './whom'

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
  api: Api
  /** Who is signed in at this till. */
  here: string | undefined
  onWords: (locale: TextLocale) => void
  onClose: () => void
}

/**
 * The step as another person would see it on another device and in another language, and whether she would. Over a
 * plain screen: the page itself has only one size, and is somebody's.
 */
export function View({ t, tour, step, words, theme, api, here, onWords, onClose }: Props) {
  const [name, setName] = useState<SizeName>(innerWidth < 600 ? 'tablet' : 'phone')
  const room = useRef<HTMLDivElement>(null)
  const device = useRef<HTMLDivElement>(null)
  const { width, height } = SIZES[name]
  const [viewing, viewAs] = useViewing(api, here)
  const [looked, look] = useState<string>()
  const people = Array.isArray(viewing.verdicts) ? viewing.verdicts.map(({ person }) => person) : []
  const person = people.find(({ id }) => id === looked) ?? people[0]
  const isAsking = viewing.whom !== ''
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
      ...(person && {
        lookup: (word: string) =>
          ({ 'pessoa.nome': person.name, 'loja.nome': person.account?.name })[word] ?? undefined,
      }),
    })
    const sample = box.querySelector<HTMLElement>('.sample')
    if (sample) {
      sample.style.transform = `translate(${target.x}px,${target.y}px)`
      sample.style.width = `${target.width}px`
    }
    return () => {
      preview.stop()
      into.remove()
    }
  }, [name, tour, words, isAsking, viewing.verdicts, person?.id])
  return (
    <div class="view" role="dialog" aria-label={t.view}>
      <header class="dark">
        <fieldset class="segmented" aria-label={t.size}>
          {(Object.keys(SIZES) as SizeName[]).map((one) => (
            <button
              type="button"
              key={one}
              aria-pressed={one === name}
              aria-label={t.sizes[one]}
              onClick={() => setName(one)}
            >
              <Icon name={one} />
              <span>{t.sizes[one]}</span>
            </button>
          ))}
        </fieldset>
        <fieldset class="segmented" aria-label={t.language}>
          {textLocales.map((one) => (
            <button
              type="button"
              key={one}
              aria-pressed={one === words}
              aria-label={t.languages[one]}
              onClick={() => onWords(one)}
            >
              {one.slice(0, 2).toUpperCase()}
            </button>
          ))}
        </fieldset>
        <Whom {...{ t, viewing, here }} onChoose={viewAs} />
        <button type="button" class="main" onClick={onClose}>
          {t.close}
        </button>
      </header>
      <div class="below">
        {isAsking && (
          <Verdicts
            {...{ t, viewing }}
            locale={authorLocale(navigator.language)}
            looked={person?.id}
            onLook={look}
          />
        )}
        <div class="room" ref={room}>
          <div class="device" ref={device}>
            {step.target && <span class="sample">{step.target.label}</span>}
          </div>
        </div>
      </div>
      <p class="foot">{t.sizeNote}</p>
    </div>
  )
}
