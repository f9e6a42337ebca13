import { useEffect, useRef, useState } from 'preact/hooks'
import type { Desk } from '#contract/authoring'
import type { Issue } from '#contract/errors'
import type { SaveState } from '../draft/autosave'
import type { StepDraft, TourDraft } from '../draft/draft'
import { Icon, type IconName } from '../icon'
import type { TextLocale, Texts } from '../locales'
import { Saved } from './saved'
import { StepList } from './step-list'

export interface RailProps {
  t: Texts
  tour: TourDraft
  chosen: StepDraft
  save: SaveState
  issues: Issue[]
  words: TextLocale
  side: 'top' | 'bottom'
  desk: Desk
  isPanelOpen: boolean
  onSide: (side: 'top' | 'bottom') => void
  onChoose: (id: string) => void
  onAdd: () => void
  onMove: (id: string, to: number) => void
  onRemove: (id: string) => void
  onCopy: (id: string) => void
  /** Absent while there is nothing to undo. */
  onUndo?: () => void
  onRedo?: () => void
  onWords: (locale: TextLocale) => void
  onNavigate: () => void
  onRecord: () => void
  onTest: () => void
  onView: () => void
  onPanel: () => void
  onPublish: () => void
  onLeave: () => void
}

/** The bar of the tool: which tour, how it is saved, its steps, and what can be done. 60 px on one edge. */
export function Rail(props: RailProps) {
  const { t, tour, chosen, save, words, side, desk } = props
  const [open, setOpen] = useState<'list' | 'more'>()
  const toggle = (what: 'list' | 'more') => setOpen(open === what ? undefined : what)
  const close = () => setOpen(undefined)
  const run = (act: () => void) => () => {
    close()
    act()
  }
  const n = tour.steps.indexOf(chosen) + 1
  return (
    <div class="rail dark" data-side={side} role="toolbar" aria-label={t.rail}>
      <Handle t={t} side={side} onSide={props.onSide} />
      <button
        type="button"
        class="name"
        aria-expanded={open === 'list'}
        aria-label={`${t.list}: ${tour.name}`}
        onClick={() => toggle('list')}
      >
        <b>{tour.name}</b>
        <Saved t={t} state={save} environment={desk.environment} />
      </button>
      <Chips {...props} />
      <button
        type="button"
        class="now"
        aria-expanded={open === 'list'}
        aria-label={t.stepOf(n, tour.steps.length)}
        onClick={() => toggle('list')}
      >
        {n}/{tour.steps.length}
        <Icon name="chevron" size={16} />
      </button>
      <button type="button" class="add" aria-label={t.add} title={t.add} onClick={run(props.onAdd)}>
        <Icon name="plus" />
      </button>
      <span class="gap" />
      <span class="wide-only group">
        <IconButton name="undo" label={t.undoKeys} onClick={props.onUndo} />
        <IconButton name="redo" label={t.redoKeys} onClick={props.onRedo} />
      </span>
      <IconButton
        name="settings"
        label={t.settings}
        pressed={props.isPanelOpen}
        onClick={run(props.onPanel)}
      />
      <IconButton name="navigate" label={t.navigate} onClick={run(props.onNavigate)} />
      <button type="button" class="act line record wide-only" onClick={run(props.onRecord)}>
        <i />
        <span>{t.record}</span>
      </button>
      <span class="wide-only">
        <Act name="play" words={t.test} onClick={run(props.onTest)} />
      </span>
      <button type="button" class="act main wide-only" onClick={run(props.onPublish)}>
        {t.publish}
      </button>
      <IconButton name="more" label={t.more} pressed={open === 'more'} onClick={() => toggle('more')} />
      {open === 'list' && <StepList {...props} onClose={close} />}
      {open === 'more' && (
        <Menu
          onClose={close}
          items={[
            ['undo', t.undo, props.onUndo, 'narrow-only'],
            ['redo', t.redo, props.onRedo, 'narrow-only'],
            [
              'braces',
              `${t.language}: ${t.languages[words]}`,
              () => props.onWords(words === 'en' ? 'pt-BR' : 'en'),
              'narrow-only',
            ],
            ['event', t.record, props.onRecord, 'narrow-only'],
            ['play', t.test, props.onTest, 'narrow-only'],
            ['eye', t.view, props.onView],
            ['up', t.drag, () => props.onSide(side === 'top' ? 'bottom' : 'top')],
            ['check', t.publish, props.onPublish, 'narrow-only'],
            ['leave', t.leave, props.onLeave],
          ]}
        />
      )}
    </div>
  )
}

/** Numbers in a row; the chosen one says its title. */
function Chips({ t, tour, chosen, words, issues, onChoose, onMove }: RailProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    row.current!.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [chosen.id])
  const onKey = (event: KeyboardEvent, index: number) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (!by) return
    event.preventDefault()
    if (event.altKey) return onMove(tour.steps[index]!.id, index + by)
    const next = tour.steps[index + by]
    if (!next) return
    onChoose(next.id)
    row.current!.querySelectorAll('button')[index + by]?.focus()
  }
  return (
    <div class="chips" ref={row}>
      {tour.steps.map((step, index) => {
        const title = step.title[words] || step.title['pt-BR'] || t.untitled
        const isOpen = issues.some(
          ({ path }) => path.startsWith(`steps.${index}.`) || path === `steps.${index}`,
        )
        const isChosen = step.id === chosen.id
        return (
          <button
            type="button"
            key={step.id}
            aria-current={isChosen ? 'step' : undefined}
            aria-label={`${t.step(index + 1)}: ${title}`}
            title={title}
            tabIndex={isChosen ? 0 : -1}
            onClick={() => onChoose(step.id)}
            onKeyDown={(event) => onKey(event, index)}
          >
            <b>{index + 1}</b>
            {isChosen && <span>{step.target?.label ?? title}</span>}
            {isOpen && <i class="dot" />}
          </button>
        )
      })}
    </div>
  )
}

function Act({ name, words, onClick }: { name: IconName; words: string; onClick: () => void }) {
  return (
    <button type="button" class="act line" title={words} onClick={onClick}>
      <Icon name={name} />
      <span>{words}</span>
    </button>
  )
}

interface IconButtonProps {
  name: IconName
  label: string
  pressed?: boolean
  onClick?: () => void
}

function IconButton({ name, label, pressed, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={!onClick}
      onClick={onClick}
    >
      <Icon name={name} />
    </button>
  )
}

/** Dragged over the middle of the screen the bar goes to the other edge. */
function Handle({ t, side, onSide }: Pick<RailProps, 't' | 'side' | 'onSide'>) {
  return (
    <button
      type="button"
      class="handle"
      aria-label={t.drag}
      title={t.drag}
      onClick={(event) => {
        // By keyboard: a pointer drags.
        if (event.detail === 0) onSide(side === 'top' ? 'bottom' : 'top')
      }}
      onPointerDown={(down) => down.currentTarget.setPointerCapture(down.pointerId)}
      onPointerMove={(move) => {
        if (!move.currentTarget.hasPointerCapture(move.pointerId)) return
        onSide(move.clientY < innerHeight / 2 ? 'top' : 'bottom')
      }}
    >
      <Icon name="grip" />
    </button>
  )
}

interface MenuProps {
  items: Array<[icon: IconName, words: string, act: (() => void) | undefined, only?: string]>
  onClose: () => void
}

function Menu({ items, onClose }: MenuProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current!.querySelector<HTMLElement>('button:not(:disabled)')?.focus()
  }, [])
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onClose()
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!by) return
    event.preventDefault()
    const all = [...box.current!.querySelectorAll<HTMLElement>('button:not(:disabled)')].filter(
      (one) => one.offsetParent,
    )
    const at = all.indexOf((event.target as HTMLElement).closest('button')!)
    all[(at + by + all.length) % all.length]?.focus()
  }
  return (
    <div class="menu dark" role="menu" ref={box} onKeyDown={onKey}>
      {items.map(([icon, words, act, only]) => (
        <button
          type="button"
          role="menuitem"
          key={words}
          class={only}
          disabled={!act}
          onClick={() => {
            onClose()
            act?.()
          }}
        >
          <Icon name={icon} />
          {words}
        </button>
      ))}
    </div>
  )
}
