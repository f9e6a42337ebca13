import type { ChecklistContent, Task } from '#contract/experience'
import type { Facts } from '#contract/facts'
import { fill, localise } from '#contract/localise'
import { guideWords } from '../../locales/pt-BR/guide'
import { type Say, sayIn } from '../../locales/say'
import { Icon } from '../frame/drawings'
import { clock, type Standing } from './standing'

export interface ChecklistPanelProps {
  content: ChecklistContent
  standing: Standing
  facts: Facts
  locale: string
  lookup: (name: string) => string | undefined
  /** The task that stands open; the next one if it is not given or already done. */
  opened?: string
  showsDone: boolean
  onOpen: (task: string) => void
  onToggleDone: () => void
  onRun: (task: Task) => void
  onClose: () => void
  /** Absent where the host has a place of its own for the launcher. */
  onHide?: () => void
}

/** The guide: what is done, the one thing to do next, and the rest. */
export function ChecklistPanel(props: ChecklistPanelProps) {
  const { content, standing, locale, lookup, opened, showsDone } = props
  const say = sayIn(locale, guideWords)
  const { done, left, share } = standing
  const open = left.find(({ id }) => id === opened) ?? left[0]
  const ready = { n: done.length, of: content.tasks.length }
  return (
    <section
      class="card guide"
      role="dialog"
      aria-labelledby="guide"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        props.onClose()
      }}
    >
      <div class="head">
        <h2 id="guide">{fill(localise(content.title, locale), lookup)}</h2>
        <button type="button" class="x" aria-label={say('close')} onClick={props.onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div class="count">
        <strong>{say(ready.n === 1 ? 'readyOne' : 'ready', ready)}</strong>
        <span>{left.length > 0 && daysLeft(standing, say)}</span>
      </div>
      <div
        class="meter"
        role="progressbar"
        aria-label={say('ready', ready)}
        aria-valuenow={Math.round(share * 100)}
      >
        <i style={{ width: `${share * 100}%` }} />
      </div>
      {done.length > 0 && (
        <button type="button" class="row fold" aria-expanded={showsDone} onClick={props.onToggleDone}>
          <Mark done />
          <span>
            {left.length
              ? say(done.length === 1 ? 'taskDone' : 'tasksDone', { n: done.length })
              : say('allDone')}
          </span>
          <Icon name="down" />
        </button>
      )}
      {showsDone && (
        <ul class="was">
          {done.map((task) => (
            <li key={task.id}>
              <Icon name="tick" size={20} />
              {fill(localise(task.title, locale), lookup)}
            </li>
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <ul class="rest">
          {left.map((task) => (
            <li key={task.id} class={task === open ? 'next' : undefined}>
              {task === open ? (
                <Open {...props} task={task} say={say} />
              ) : (
                <Row {...props} task={task} say={say} />
              )}
            </li>
          ))}
        </ul>
      )}
      {props.onHide && (
        <button type="button" class="quiet hide" onClick={props.onHide}>
          {say('hide')}
        </button>
      )}
    </section>
  )
}

type TaskProps = ChecklistPanelProps & { task: Task; say: Say<keyof typeof guideWords> }

function Open({ task, locale, lookup, onRun, ...props }: TaskProps) {
  const detail = task.detail && fill(localise(task.detail, locale), lookup)
  const medal = medalOf({ task, locale, ...props })
  return (
    <>
      <Mark />
      <div>
        <h3>{fill(localise(task.title, locale), lookup)}</h3>
        {detail && <p>{detail}</p>}
        {medal && (
          <p class="won">
            <Icon name="medal" size={20} />
            {medal}
          </p>
        )}
        {task.action && (
          <button type="button" class="full" onClick={() => onRun(task)}>
            {fill(localise(task.action.label, locale), lookup)}
          </button>
        )}
      </div>
    </>
  )
}

function Row({ task, locale, lookup, onOpen, ...props }: TaskProps) {
  const medal = medalOf({ task, locale, ...props })
  const small = medal ?? (task.detail && fill(localise(task.detail, locale), lookup))
  return (
    <button type="button" class="row" onClick={() => onOpen(task.id)}>
      <Mark />
      <span>
        {fill(localise(task.title, locale), lookup)}
        {small && <small>{small}</small>}
      </span>
      {medal && <Icon name="medal" />}
      <Icon name="right" />
    </button>
  )
}

const Mark = ({ done }: { done?: boolean }) => (
  <span class={done ? 'mark done' : 'mark'}>{done && <Icon name="tick" size={20} />}</span>
)

/** How long a task still brings its medal, in words. */
function medalOf({
  task,
  standing,
  facts,
  locale,
  say,
}: Pick<TaskProps, 'task' | 'standing' | 'facts' | 'locale' | 'say'>) {
  const until = standing.medals[task.id]
  return until && say('medalUntil', { time: clock(until, facts, locale) })
}

function daysLeft({ daysLeft: days }: Standing, say: TaskProps['say']): string {
  if (days === undefined) return ''
  if (days < 0) return say('overdue')
  if (days === 0) return say('lastDay')
  return days === 1 ? say('dayLeft') : say('daysLeft', { n: days })
}
