import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { TourContent } from '#contract/experience'
import type { Snapshot } from '#contract/snapshot'
import type { Theme } from '#contract/theme'
import { px } from '../../surfaces/frame/rect'
import { pageMode } from '../../surfaces/frame/theme'
import { mountPreview } from '../../surfaces/preview'
import { find } from '../../targets'
import type { Api } from '../api'
import type { StepDraft, TourDraft } from '../draft/draft'
import { Icon } from '../icon'
import { authorLocale, type TextLocale, type Texts, textLocales } from '../locales'
import { takeSnapshot } from '../pick/snapshot'
import { type Meeting, meeting, neighbour } from './passage'
import { Picture } from './picture'
import { behind } from './screen'
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
  draft: TourDraft
  /** The same as a till would draw it. */
  tour: TourContent
  /** Where she begins to look. */
  step: StepDraft
  words: TextLocale
  theme?: Theme
  api: Api
  /** Who is signed in at this till. */
  here: string | undefined
  onWords: (locale: TextLocale) => void
  /** She comes back at the step where she stopped looking. */
  onClose: (step: string) => void
}

/**
 * The tour from a step on as another person would meet it, on another device and in another language, and whether she
 * would. Over the picture that was stored with the target, or else one of this page as it stands: the page itself has
 * only one size, and is somebody's.
 */
export function View({ t, draft, tour, step: from, words, theme, api, here, onWords, onClose }: Props) {
  const [name, setName] = useState<SizeName>(innerWidth < 600 ? 'tablet' : 'phone')
  const [at, goTo] = useState(from.id)
  const room = useRef<HTMLDivElement>(null)
  const device = useRef<HTMLDivElement>(null)
  const glass = useRef<HTMLDivElement>(null)
  const size = SIZES[name]
  const [viewing, viewAs] = useViewing(api, here)
  const [looked, look] = useState<string>()
  const verdicts = Array.isArray(viewing.verdicts) ? viewing.verdicts : []
  const verdict = verdicts.find(({ person }) => person.id === looked) ?? verdicts[0]
  const person = verdict?.person
  const index = draft.steps.findIndex(({ id }) => id === at)
  const step = draft.steps[index]!
  const met = meeting(verdict?.steps, at)
  const isAsking = viewing.whom !== ''
  const target = (step.look ?? 'card') === 'card' ? step.target : undefined
  const snapshot = useMemo(() => pictureOf(step), [step])
  const scene = behind(snapshot, size)
  const go = (by: 1 | -1) => goTo(neighbour(tour, verdict?.steps, at, by))
  const beside = (by: 1 | -1) => draft.steps[index + by]

  useEffect(() => {
    const shrink = () => {
      const { clientWidth, clientHeight } = room.current!
      const [wide, high] = [clientWidth - 2 * AIR_PX, clientHeight - 2 * AIR_PX]
      const scale = Math.min(1, wide / size.width, high / size.height)
      device.current!.style.transform = `translate(-50%,-50%) scale(${scale})`
    }
    shrink()
    const watching = new ResizeObserver(shrink)
    watching.observe(room.current!)
    return () => watching.disconnect()
  }, [name])

  useEffect(() => {
    if (met.shows === false) return
    const into = glass.current!.appendChild(document.createElement('div'))
    into.style.fontFamily = getComputedStyle(document.body).fontFamily
    const preview = mountPreview(into, tour, {
      stepId: at,
      variant: met.variant,
      locale: words,
      theme,
      mode: pageMode(),
      targetRect: target ? scene.target : null,
      targetRadius: scene.radius,
      viewport: size,
      onPress: (what) => {
        if (what === 'next') go(1)
        else if (what === 'back') go(-1)
      },
      ...(person && {
        lookup: (word: string) =>
          ({ 'pessoa.nome': person.name, 'loja.nome': person.account?.name })[word] ?? undefined,
      }),
    })
    return () => {
      preview.stop()
      into.remove()
    }
  }, [name, at, tour, words, viewing.verdicts, person?.id])

  const { picture } = scene
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
        <button type="button" class="main" onClick={() => onClose(at)}>
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
          <div class="device" ref={device} style={{ width: px(size.width), height: px(size.height) }}>
            {picture ? (
              <Picture snapshot={snapshot!} at={picture} />
            ) : (
              target && (
                <span
                  class="sample"
                  style={{
                    width: px(scene.target.width),
                    transform: `translate(${px(scene.target.x)},${px(scene.target.y)})`,
                  }}
                >
                  {target.label}
                </span>
              )
            )}
            <div ref={glass} />
          </div>
        </div>
      </div>
      <div class="foot">
        <div class="dark">
          <StepButton words={t.before} icon="left" to={beside(-1)?.id} onGo={goTo} />
          <span>{t.stepOf(index + 1, draft.steps.length)}</span>
          <StepButton words={t.after} icon="right" to={beside(1)?.id} onGo={goTo} />
        </div>
        <p role="note">{noteOf(t, met, person?.name, !!picture)}</p>
      </div>
    </div>
  )
}

/** The screen behind a step's card; undefined where its element was never seen and is not here either. */
function pictureOf({ look, target, snapshot }: StepDraft): Snapshot | undefined {
  if (!target || (look ?? 'card') !== 'card') return takeSnapshot(null)
  if (snapshot?.target) return snapshot
  const element = find(target)?.element
  return element && takeSnapshot(element)
}

interface StepButtonProps {
  words: string
  icon: 'left' | 'right'
  /** Absent at either end. */
  to: string | undefined
  onGo: (step: string) => void
}

const StepButton = ({ words, icon, to, onGo }: StepButtonProps) => (
  <button
    type="button"
    class="icon"
    aria-label={words}
    title={words}
    disabled={!to}
    onClick={() => onGo(to!)}
  >
    <Icon name={icon} />
  </button>
)

function noteOf(t: Texts, { shows, variant, isOpen }: Meeting, person: string | undefined, isReal: boolean) {
  if (person !== undefined) {
    if (shows === false) return t.notMet(person)
    if (shows === null) return t.metByPage(person)
    if (isOpen) return t.wordsByPage(person)
    if (variant !== undefined) return t.otherWords(person)
  }
  return isReal ? t.sizeNoteReal : t.sizeNote
}
