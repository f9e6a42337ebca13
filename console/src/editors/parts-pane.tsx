import { isBlocking } from '#contract/advice'
import { localise } from '#contract/localise'
import {
  blankPart,
  duplicatePart,
  insertPart,
  movePart,
  type Part,
  partsKey,
  partsOf,
  removePart,
} from '../../../sdk/src/editor/draft/draft'
import { useSortable } from '../../../sdk/src/editor/sortable'
import { number } from '../format'
import { texts } from '../locales'
import { IconButton } from '../ui/button'
import { Icon } from '../ui/icon'
import { Menu, type MenuItem } from '../ui/menu'
import { Rich } from '../ui/rich'
import { Status } from '../ui/tag'
import { toast } from '../ui/toast'
import { sentence } from './condition-builder/sentence'
import { spoken } from './condition-builder/spoken'
import { issueAt, useEditing } from './editing'
import { reachWords, useReach } from './reach'
import { StepThumb } from './step-thumb'

interface PartsPaneProps {
  /** A part's id, `audience` or `checklist`. */
  chosen: string
  onChoose: (chosen: string) => void
  /** The path of its title, where writing begins. */
  onAdded: (id: string, title: string) => void
}

/** The steps or tasks in their order, and who sees them. */
export function PartsPane({ chosen, onChoose, onAdded }: PartsPaneProps) {
  const { editor, common } = texts()
  const editing = useEditing()
  const { draft, change, experience, isReadOnly, textLocale } = editing
  const parts = partsOf(draft)
  const isTour = draft.kind === 'tour'
  const titleOf = (part: Part) => localise(part.title, textLocale) || editor.untitled

  const move = (id: string, to: number) => {
    const next = movePart(draft, id, to)
    change(next, 'order')
    const at = partsOf(next).findIndex((part) => part.id === id)
    toastMoved(titleOf(partsOf(next)[at]!), at)
  }
  // Announced to who does not see the list; the list itself shows it.
  const toastMoved = (title: string, at: number) => {
    const live = document.getElementById('editor-live')
    if (live) live.textContent = editor.moved(title, number(at + 1))
  }
  const { list, dragging, grip } = useSortable(move)
  const add = () => {
    const part = blankPart(draft)
    const next = insertPart(draft, part, parts.some(({ id }) => id === chosen) ? chosen : undefined)
    const at = partsOf(next).findIndex(({ id }) => id === part.id)
    change(next, '')
    onAdded(part.id, `${partsKey(draft)}.${at}.title`)
  }
  const remove = (part: Part) => {
    if (parts.length === 1) return toast(editor.lastPart, { icon: 'info' })
    const at = parts.indexOf(part)
    change(removePart(draft, part.id), '')
    if (chosen === part.id) onChoose((parts[at + 1] ?? parts[at - 1])!.id)
    toast(editor.deletedPart(titleOf(part)), {
      icon: 'trash',
      undo: () => {
        editing.restore(part, at)
        onChoose(part.id)
      },
    })
  }
  const acts = (part: Part, at: number): MenuItem[] => [
    {
      value: 'duplicate',
      label: common.duplicate,
      icon: 'copy',
      run: () => {
        const copy = duplicatePart(draft, part.id)
        change(copy.draft, '')
        onChoose(copy.id)
      },
    },
    { value: 'up', label: editor.moveUp, icon: 'up', disabled: at === 0, run: () => move(part.id, at - 1) },
    {
      value: 'down',
      label: editor.moveDown,
      icon: 'down',
      disabled: at === parts.length - 1,
      run: () => move(part.id, at + 1),
    },
    'line',
    { value: 'delete', label: common.delete, icon: 'trash', danger: true, run: () => remove(part) },
  ]
  const onKey = (event: KeyboardEvent, id: string, at: number) => {
    if (isReadOnly) return
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      move(id, event.key === 'ArrowUp' ? at - 1 : at + 1)
    }
  }

  return (
    <aside class="parts-pane" aria-label={isTour ? editor.steps : editor.tasks}>
      <header class="parts-head">
        <h2>{(isTour ? editor.stepCount : editor.taskCount)(number(parts.length), parts.length === 1)}</h2>
        {!isReadOnly && (
          <IconButton icon="plus" label={isTour ? editor.addStep : editor.addTask} onClick={add} />
        )}
      </header>
      {draft.kind === 'checklist' && (
        <button
          type="button"
          class="part-whole"
          aria-current={chosen === 'checklist' ? 'true' : undefined}
          onClick={() => onChoose('checklist')}
        >
          <Icon name="checklist" />
          <span>{editor.checklistItself}</span>
        </button>
      )}
      <ol class="parts" ref={list}>
        {parts.map((part, at) => (
          <li
            key={part.id}
            data-part={part.id}
            class={`part${dragging?.id === part.id ? ' part-dragged' : ''}${dropClass(dragging?.gap, at, parts.length)}`}
            aria-current={chosen === part.id ? 'true' : undefined}
          >
            <button
              type="button"
              class="part-choose"
              onClick={() => onChoose(part.id)}
              onKeyDown={(event) => onKey(event, part.id, at)}
            >
              <span class="part-number">{number(at + 1)}</span>
              {isTour && <StepThumb step={part as Parameters<typeof StepThumb>[0]['step']} />}
              <span class="part-words">
                <b>{titleOf(part)}</b>
                <span class="part-sub">
                  {issueAt(experience.issues.filter(isBlocking), `${partsKey(draft)}.${at}`) ? (
                    <Status state="critical">{editor.issues}</Status>
                  ) : (
                    <Sub part={part} />
                  )}
                </span>
              </span>
            </button>
            {!isReadOnly && (
              <span class="part-acts">
                <button
                  type="button"
                  class="part-grip"
                  aria-label={editor.drag(titleOf(part))}
                  title={editor.drag(titleOf(part))}
                  {...grip(part.id)}
                  onKeyDown={(event) => onKey(event, part.id, at)}
                >
                  <Icon name="grip" size={14} />
                </button>
                <Menu label={`${common.more}: ${titleOf(part)}`} items={acts(part, at)} />
              </span>
            )}
            <Branches part={part} />
          </li>
        ))}
      </ol>
      <Audience isChosen={chosen === 'audience'} onChoose={() => onChoose('audience')} />
      <p id="editor-live" class="unseen" aria-live="polite" />
    </aside>
  )
}

const dropClass = (gap: number | undefined, at: number, length: number) =>
  gap === at ? ' part-before' : gap === length && at === length - 1 ? ' part-after' : ''

/** What ends the part, in words. */
function Sub({ part }: { part: Part }) {
  const { sub } = texts().editor
  const { health, known } = useEditing()
  if ('advance' in part) {
    const state = health?.steps.find(({ step }) => step === part.id)?.state
    if (state === 'missing' || state === 'attention')
      return (
        <Status state={state === 'missing' ? 'critical' : 'attention'}>
          {texts().targets.level[state === 'missing' ? 'lost' : 'weak']}
        </Status>
      )
    if (part.look === 'welcome') return <>{sub.welcome}</>
    if (part.look === 'success') return <>{sub.success}</>
    if (part.advance.on === 'event')
      return <>{part.advance.event ? sub.event(spoken(part.advance.event)) : sub.noEvent}</>
    return <>{sub[part.advance.on]}</>
  }
  const { done } = part
  if ('milestone' in done)
    return (
      <>
        {sub.doneMilestone(known.milestones.find(({ id }) => id === done.milestone)?.name ?? done.milestone)}
      </>
    )
  return <>{done.event ? sub.doneEvent(spoken(done.event)) : sub.noEvent}</>
}

/** The conditions of a step and its other words, under it. */
function Branches({ part }: { part: Part }) {
  const { known, textLocale } = useEditing()
  if (!('advance' in part)) return null
  const lines = [
    ...(part.when ? [sentence(part.when, known)] : []),
    ...(part.variants ?? []).map(({ title }) => localise(title, textLocale)),
  ].filter(Boolean)
  return (
    <>
      {lines.map((words) => (
        <p class="part-branch" key={words} title={words}>
          <Icon name="branch" size={13} />
          <span>{words}</span>
        </p>
      ))}
    </>
  )
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1)

function Audience({ isChosen, onChoose }: { isChosen: boolean; onChoose: () => void }) {
  const { editor } = texts()
  const { draft, known } = useEditing()
  const reach = useReach(draft.audience)
  const { everyDays, untilCompleted } = draft.frequency
  const rhythm =
    editor.frequencies[everyDays !== undefined ? 'everyDays' : untilCompleted ? 'untilCompleted' : 'once']
  const rules = sentence(draft.audience, known)
  return (
    <button
      type="button"
      class="audience-card"
      aria-current={isChosen ? 'true' : undefined}
      onClick={onChoose}
    >
      <span class="audience-head">
        <Icon name="users" />
        <b>{editor.who}</b>
        <span class="quiet">
          <Rich text={reach.counts || reach.failed ? reachWords(reach, (_, shops) => shops) : '…'} />
        </span>
      </span>
      <span class="audience-words">
        {capital(rules || texts().contents.everyone)}. {rhythm}.
      </span>
    </button>
  )
}
