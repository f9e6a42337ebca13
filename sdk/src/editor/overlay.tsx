import { render } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Desk } from '#contract/authoring'
import type { Run } from '#contract/block'
import type { House } from '../stage/house'
import { PHONE_PX, type Rect } from '../surfaces/frame/place'
import { find } from '../targets'
import type { Api } from './api'
import { leave } from './door/door'
import { writeTab } from './door/tab'
import { type Autosave, type SaveState, startAutosave } from './draft/autosave'
import type { StepDraft, TourDraft } from './draft/draft'
import { blankPart, duplicatePart, freshId, insertPart, movePart, removePart } from './draft/draft'
import * as history from './draft/history'
import { type HeardEvent, hearEvents } from './events'
import { keepWords, keptWords } from './kept'
import type { Layer } from './layer'
import { authorLocale, type TextLocale, type Texts } from './locales'
import { Panel } from './panel/panel'
import { Pill } from './pill'
import { pick, record } from './pointing'
import { Rail } from './rail/rail'
import { Reanchor } from './reanchor/reanchor'
import { type Field, openStage } from './stage'
import { drawn, withWords } from './step'
import { testFrom } from './test-run'
import { TextBar } from './text-bar'
import { ConflictCard, ExpiredCard, Toast } from './told'
import { View } from './view/view'

export interface Setting {
  house: House
  api: Api
  key: string
  layer: Layer
  t: Texts
  desk: Desk
  step?: string
  /** Begins by running the draft from that step. */
  test?: boolean
}

export function openOverlay(setting: Setting) {
  render(<Overlay {...setting} />, setting.layer.ground)
}

type Mode = 'edit' | 'navigate' | 'pick' | 'reanchor' | 'record' | 'test' | 'view'
const PANEL_PX = 1000 // narrower screens open the settings as a sheet
const SHEET_SHARE = 0.48 // of the screen's height, at most

function Overlay({ house, api, key, layer, t, desk, step: at, test }: Setting) {
  const { experience } = desk
  const kept = useMemo(() => keptWords(experience.id), [])
  const [steps, setSteps] = useState(() => {
    const opened = history.begin(experience.draft as TourDraft)
    return kept ? history.change(opened, kept.draft, 'kept', 0) : opened
  })
  const [issues, setIssues] = useState(experience.issues)
  const [save, setSave] = useState<SaveState>({ is: 'saved', at: experience.updatedAt })
  const tour = steps.present
  const [chosenId, choose] = useState(at ?? tour.steps[0]!.id)
  const chosen = tour.steps.find(({ id }) => id === chosenId) ?? tour.steps[0]!
  const [mode, setMode] = useState<Mode>(test ? 'test' : 'edit')
  const [words, setWords] = useState<TextLocale>(() => authorLocale(house.locale()))
  const [field, setField] = useState<Field>()
  const [isFound, setFound] = useState(false)
  const [placed, setPlaced] = useState<{ card: DOMRect | Rect; target: Rect | null }>()
  const [isPanelOpen, openPanel] = useState(innerWidth >= PANEL_PX)
  const [heard, setHeard] = useState<HeardEvent[]>([])
  const [path, setPath] = useState(() => house.visit.facts().path)
  const [told, tell] = useState<{ words: string; undoes?: TourDraft }>()
  const [edge, setEdge] = useState<'top' | 'bottom'>()
  /** Below rail and panels: the card; above them: what points. */
  const ground = useRef<HTMLDivElement>(null)
  const front = useRef<HTMLDivElement>(null)
  const stage = useRef<ReturnType<typeof openStage>>(undefined)
  const autosave = useRef<Autosave>(undefined)
  /** A fresh step's title has the caret as soon as it is drawn. */
  const toWrite = useRef<string>(undefined)

  /** What the server does not have yet outlives this page. */
  const keep = (saving: Autosave) => {
    const { draft, base, revision } = saving.waiting()
    const words = draft && { revision, base: base as TourDraft, draft: draft as TourDraft }
    keepWords(experience.id, words)
  }
  const put = (next: history.History<TourDraft>) => {
    if (next.present === steps.present) return
    setSteps(next)
    const saving = autosave.current!
    saving.changed(next.present)
    keep(saving)
  }
  const change = (next: TourDraft, about: string) => put(history.change(steps, next, about, Date.now()))
  const setStep = (more: Partial<StepDraft>, about: string) =>
    change(
      { ...tour, steps: tour.steps.map((one) => (one.id === chosen.id ? { ...one, ...more } : one)) },
      `${chosen.id}.${about}`,
    )
  // What listens for longer than one drawing asks for the state of then.
  const latest = useRef({ steps, put, chosen, words, setStep, mode })
  latest.current = { steps, put, chosen, words, setStep, mode }

  // ── saving ─────────────────────────────────────────────────────────────────────────────────────────────────

  useEffect(() => {
    const saving = startAutosave({
      revision: kept?.revision ?? experience.revision,
      base: kept?.base ?? (experience.draft as TourDraft),
      savedAt: experience.updatedAt,
      save: (revision, draft, leaving) => api.save(revision, draft, leaving),
      onState: (state) => {
        setSave(state)
        keep(saving)
      },
      onSaved: (saved) => setIssues(saved.issues),
      onJoined: (draft, { updatedBy }) => {
        setSteps(history.change(latest.current.steps, draft as TourDraft, 'joined', Date.now()))
        tell({ words: t.joined(updatedBy) })
      },
    })
    autosave.current = saving
    if (kept) {
      saving.changed(kept.draft)
      tell({ words: t.restored })
    }
    const leaving = () => saving.leave()
    addEventListener('pagehide', leaving)
    return () => {
      removeEventListener('pagehide', leaving)
      saving.stop()
    }
  }, [])

  const settle = (draft: ReturnType<Autosave['keepMine']>) => {
    if (draft) setSteps(history.change(steps, draft as TourDraft, 'settled', Date.now()))
  }

  // ── the page under it ──────────────────────────────────────────────────────────────────────────────────────

  useEffect(() => hearEvents(house.visit.heard, setHeard), [])
  useEffect(() => house.visit.moved.on(setPath), [])
  useEffect(() => {
    writeTab({ experience: experience.id, step: chosen.id, sentAt: [] })
  }, [chosen.id])

  useEffect(() => {
    if (mode !== 'edit') return
    const opened = openStage(ground.current!, {
      onField: setField,
      onFound: setFound,
      onPlaced: (card, target) => setPlaced({ card, target }),
      hint: (where) => (where === 'title' ? t.titleHint : t.bodyHint),
      onWords: (where, value: string | Run[]) => {
        const { chosen, words, setStep } = latest.current
        setStep(withWords(chosen, where, words, value), `${where}.${words}`)
      },
    })
    stage.current = opened
    return () => {
      opened.stop()
      stage.current = undefined
      setField(undefined)
    }
  }, [mode])

  const isWide = innerWidth >= PANEL_PX
  const isPhone = innerWidth < PHONE_PX
  // The rail stands on the edge away from the target, or on a phone from the card, unless she has moved it herself.
  const targetY = placed?.target ? placed.target.y + placed.target.height / 2 : undefined
  const isSheetAbove = isPhone && placed !== undefined && placed.card.y < RAIL_PX
  const isTargetAbove = targetY !== undefined && targetY < RAIL_PX * 1.5
  const side = edge ?? (isSheetAbove || isTargetAbove ? 'bottom' : 'top')
  const isExpired = save.is === 'refused' && save.code === 'not_signed_in'
  /** She has to answer first. On a narrow screen the question needs the sheet's place. */
  const isAsked = save.is === 'conflict' || isExpired
  const isPanelShown = mode === 'edit' && isPanelOpen && (isWide || !isAsked)
  const panelSide =
    placed && placed.card.x + placed.card.width / 2 < innerWidth / 2 ? ('right' as const) : ('left' as const)
  // Where it opens as a sheet.
  const panelEnd =
    placed && placed.card.y + placed.card.height / 2 > innerHeight / 2
      ? ('top' as const)
      : ('bottom' as const)

  useEffect(() => {
    stage.current?.draw({
      tour: drawn(tour, words, experience.id),
      stepId: chosen.id,
      locale: words,
      theme: desk.theme,
      target: (chosen.look ?? 'card') === 'card' ? chosen.target : undefined,
      avoid: [railRect(side)],
      sheetPx: isPanelShown && !isWide && panelEnd === 'bottom' ? innerHeight * SHEET_SHARE : 0,
    })
    if (toWrite.current !== chosen.id || !stage.current) return
    toWrite.current = undefined
    stage.current.focus('title')
  }, [tour, chosen.id, words, side, mode, isPanelShown, panelEnd])

  // ── keys ───────────────────────────────────────────────────────────────────────────────────────────────────

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { mode, steps, put } = latest.current
      const isOurs = event.composedPath().includes(layer.host)
      if (mode !== 'edit' || (!isOurs && document.activeElement !== document.body)) return
      const inField = (event.composedPath()[0] as HTMLElement).isContentEditable
      if (!(event.ctrlKey || event.metaKey) || event.altKey || inField) return
      const pressed = event.key.toLowerCase()
      if (pressed === 's') void autosave.current?.flush()
      else if (pressed === 'z' && !event.shiftKey) put(history.undo(steps))
      else if (pressed === 'y' || pressed === 'z') put(history.redo(steps))
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey, true)
    return () => removeEventListener('keydown', onKey, true)
  }, [])

  // ── acts ───────────────────────────────────────────────────────────────────────────────────────────────────

  const add = (part = blankPart(tour) as StepDraft) => {
    change(insertPart(tour, part, chosen.id) as TourDraft, '')
    choose(part.id)
    toWrite.current = part.id
  }
  const remove = (id: string) => {
    const index = tour.steps.findIndex((one) => one.id === id)
    if (tour.steps.length === 1) return
    const next = removePart(tour, id) as TourDraft
    change(next, '')
    if (id === chosen.id) choose(next.steps[Math.min(index, next.steps.length - 1)]!.id)
    tell({ words: t.removed(tour.steps[index]!.title[words] || t.untitled), undoes: next })
  }
  const copy = (id: string) => {
    const made = duplicatePart(tour, id)
    change(made.draft as TourDraft, '')
    choose(made.id)
  }
  const quit = useCallback(async (url: string) => {
    await autosave.current?.flush()
    writeTab(undefined)
    location.assign(url)
  }, [])
  const reenter = () => void leave(api, key, { experience: experience.id, step: chosen.id, sentAt: [] })
  const goTo = (there: string) => {
    if (house.options.navigate) house.options.navigate(there)
    else location.assign(there)
  }

  useEffect(() => {
    if (mode !== 'pick' && mode !== 'record') return
    const into = front.current!.appendChild(document.createElement('div'))
    into.className = 'pointing'
    const locale = authorLocale(navigator.language)
    const onCancel = () => setMode('edit')
    const stop =
      mode === 'pick'
        ? pick(into, locale, {
            start: find(chosen.target ?? {})?.element ?? null,
            // A phone has no room for both: the picker brings a way out of its own.
            avoid: () => (isPhone ? [] : [railRect(side)]),
            onCancel,
            onPicked: (target, snapshot) => {
              latest.current.setStep({ target, snapshot, look: 'card' }, 'target')
              setMode('edit')
            },
          })
        : record(into, locale, house, {
            onCancel,
            onSteps: (drafted) => {
              insert(drafted)
              setMode('edit')
            },
          })
    return () => {
      stop()
      into.remove()
    }
  }, [mode])

  /** Puts what was recorded behind the chosen step. */
  function insert(drafted: Array<Omit<StepDraft, 'id'>>) {
    const { steps, put, chosen } = latest.current
    let next = steps.present
    let after = chosen.id
    for (const one of drafted) {
      const id = freshId(next)
      next = insertPart(next, { ...one, id }, after) as TourDraft
      after = id
    }
    put(history.change(steps, next, 'recorded', Date.now()))
    if (drafted.length) choose(next.steps[next.steps.findIndex(({ id }) => id === chosen.id) + 1]!.id)
  }

  useEffect(() => {
    // Who goes on to something else takes nothing back any more.
    if (mode !== 'edit' && told?.undoes) tell(undefined)
  }, [mode])

  useEffect(() => {
    if (mode !== 'test') return
    const stop = testFrom(house, drawn(tour, words, experience.id), chosen.id, {
      locale: words,
      theme: desk.theme,
      onShown: layer.raise,
      onOver: () => {
        setMode('edit')
        tell({ words: t.testEnded })
      },
    })
    return stop
  }, [mode])

  return (
    <div class="overlay" data-mode={mode}>
      {mode === 'edit' && <div class="shield" />}
      <div ref={ground} />
      {(mode === 'edit' || (mode === 'pick' && !isPhone)) && (
        <Rail
          {...{ t, tour, chosen, save, issues, words, side, desk }}
          onSide={setEdge}
          onChoose={choose}
          onAdd={() => add()}
          onMove={(id, to) => change(movePart(tour, id, to) as TourDraft, '')}
          onRemove={remove}
          onCopy={copy}
          onUndo={steps.past.length ? () => put(history.undo(steps)) : undefined}
          onRedo={steps.future.length ? () => put(history.redo(steps)) : undefined}
          onWords={setWords}
          onNavigate={() => setMode('navigate')}
          onRecord={() => setMode('record')}
          onTest={() => setMode('test')}
          onView={() => setMode('view')}
          onPanel={() => openPanel(!isPanelOpen)}
          isPanelOpen={isPanelOpen}
          onPublish={() => quit(`${desk.consoleUrl}?publish`)}
          onLeave={() => quit(desk.consoleUrl)}
        />
      )}
      {isPanelShown && (
        <Panel
          {...{ t, path, heard, isFound, words }}
          key={chosen.id}
          step={chosen}
          n={tour.steps.indexOf(chosen) + 1}
          of={tour.steps.length}
          side={panelSide}
          end={panelEnd}
          rail={side}
          onWords={setWords}
          onChange={setStep}
          onPick={() => setMode('pick')}
          onFindAgain={() => setMode('reanchor')}
          onGo={goTo}
          onNavigate={() => setMode('navigate')}
          onClose={() => openPanel(false)}
        />
      )}
      {field && placed && (
        <TextBar
          {...{ t, field, words }}
          step={chosen}
          card={placed.card}
          rail={railRect(side)}
          onBold={() => stage.current?.bold()}
          onInsert={(text) => stage.current?.insert(text)}
        />
      )}
      {mode === 'reanchor' && chosen.target && (
        <Reanchor
          t={t}
          locale={authorLocale(house.locale())}
          target={chosen.target}
          before={chosen.snapshot}
          onApprove={(target, snapshot) => {
            setStep({ target, snapshot }, 'target')
            setMode('edit')
          }}
          onOther={() => setMode('pick')}
          onClose={() => setMode('edit')}
        />
      )}
      {mode === 'navigate' && <Pill label={t.navigating} act={t.backToEdit} onAct={() => setMode('edit')} />}
      {mode === 'test' && <Pill label={t.testing} act={t.stopTest} onAct={() => setMode('edit')} />}
      {mode === 'view' && (
        <View
          {...{ t, words, api }}
          here={house.identity()?.user}
          onWords={setWords}
          draft={tour}
          tour={drawn(tour, words, experience.id)}
          step={chosen}
          theme={desk.theme}
          onClose={(id) => {
            choose(id)
            setMode('edit')
          }}
        />
      )}
      {save.is === 'conflict' && (
        <ConflictCard
          {...{ t, side }}
          end={panelEnd}
          current={save.current}
          onKeepMine={() => settle(autosave.current?.keepMine())}
          onTakeTheirs={() => settle(autosave.current?.takeTheirs())}
        />
      )}
      {isExpired && <ExpiredCard {...{ t, side }} end={panelEnd} onReenter={reenter} />}
      <div ref={front} />
      {told && !isAsked && (!told.undoes || told.undoes === tour) && (
        <Toast
          key={told.words}
          {...{ t, side }}
          words={told.words}
          onUndo={told.undoes && (() => put(history.undo(steps)))}
          onGone={() => tell(undefined)}
        />
      )}
    </div>
  )
}

const RAIL_PX = 60

/** What the rail takes of the screen, so that no card goes under it. */
const railRect = (side: 'top' | 'bottom'): Rect => ({
  x: 0,
  y: side === 'top' ? 0 : innerHeight - RAIL_PX - 8,
  width: innerWidth,
  height: RAIL_PX + 8,
})
