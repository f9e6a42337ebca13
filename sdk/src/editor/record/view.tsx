import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../pick/icons'
import { fill } from '../pick/texts'
import type { Entry } from './acts'
import { type Seen, titleOf } from './draft'
import type { RecordTexts } from './texts'

interface RecordingProps {
  say: RecordTexts
  locale: 'pt-BR' | 'en'
  entries: readonly Entry<Seen>[]
  seconds: number
  isPaused: boolean
  isOpen: boolean
  /** Place of the entry whose title is being written. */
  editing: number
  onToggle(): void
  /** To the other end of the screen: a small one has no place where it covers nothing. */
  onMove(): void
  onUndo(): void
  onCancel(): void
  onPause(): void
  onFinish(): void
  onRemove(at: number): void
  onEdit(at: number): void
  onTitle(at: number, title: string): void
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** The red frame, the numbered marks, the bar and the list of what was recorded. */
export function Recording(props: RecordingProps) {
  const { say, entries, isPaused, isOpen } = props
  const paused = isPaused ? '' : undefined
  const count =
    entries.length === 0 ? say.none : entries.length === 1 ? say.step : fill(say.steps, { n: entries.length })
  return (
    <>
      <div class="rec-frame" data-paused={paused} />
      {entries.map((entry, at) => (
        <div class="rec-mark" data-at={at} key={entry.startedAt} hidden>
          <b>{at + 1}</b>
        </div>
      ))}
      {isOpen && <List {...props} />}
      <div class="rec-bar" data-paused={paused} role="toolbar" aria-label={say.recording}>
        <button type="button" class="rec-move" aria-label={say.move} title={say.move} onClick={props.onMove}>
          <span class="rec-dot" />
        </button>
        <b class="rec-word" role="status">
          {isPaused ? say.paused : say.recording}
        </b>
        <span class="rec-time">{clock(props.seconds)}</span>
        <button
          type="button"
          class="rec-count"
          aria-expanded={isOpen}
          aria-label={`${count}. ${isOpen ? say.hideList : say.showList}`}
          onClick={props.onToggle}
        >
          <span class="rec-wide">{count}</span>
          <span class="rec-narrow">{entries.length}</span>
          <Icon name="down" size={16} />
        </button>
        <span class="rec-space" />
        {entries.length ? (
          <button type="button" aria-label={say.undo} onClick={props.onUndo}>
            <Icon name="undo" />
            <span class="rec-word">{say.undo}</span>
          </button>
        ) : (
          <button type="button" aria-label={say.cancel} onClick={props.onCancel}>
            <Icon name="cross" />
            <span class="rec-word">{say.cancel}</span>
          </button>
        )}
        <button type="button" aria-label={isPaused ? say.resume : say.pause} onClick={props.onPause}>
          <Icon name={isPaused ? 'play' : 'pause'} />
          <span class="rec-word">{isPaused ? say.resume : say.pause}</span>
        </button>
        <button
          type="button"
          class="pick-main"
          aria-label={say.finish}
          disabled={!entries.length}
          onClick={props.onFinish}
        >
          <span class="rec-wide">{say.finish}</span>
          <span class="rec-narrow">{say.finishShort}</span>
        </button>
      </div>
    </>
  )
}

function List({ say, locale, entries, editing, onRemove, onEdit, onTitle }: RecordingProps) {
  return (
    <section class="rec-list" aria-label={say.soFar}>
      <header>
        <h2>{say.soFar}</h2>
        {entries.length > 0 && <small>{say.editHint}</small>}
      </header>
      {entries.length === 0 && <p class="rec-empty">{say.empty}</p>}
      <ol>
        {entries.map((entry, at) => (
          <li key={entry.startedAt}>
            <i>{at + 1}</i>
            {editing === at ? (
              <TitleInput
                label={fill(say.edit, { n: at + 1 })}
                title={titleOf(entry, locale)}
                onTitle={(title) => onTitle(at, title)}
                onEnd={() => onEdit(-1)}
              />
            ) : (
              <button type="button" class="rec-row" onClick={() => onEdit(at)}>
                {rowWords(entry, say, locale)}
              </button>
            )}
            <Sureness {...{ entry, say }} />
            <button
              type="button"
              class="rec-bin"
              aria-label={fill(say.remove, { n: at + 1 })}
              onClick={() => onRemove(at)}
            >
              <Icon name="bin" size={16} />
            </button>
          </li>
        ))}
      </ol>
      <footer>{say.notRecorded}</footer>
    </section>
  )
}

interface TitleInputProps {
  label: string
  title: string
  onTitle(title: string): void
  onEnd(): void
}

function TitleInput({ label, title, onTitle, onEnd }: TitleInputProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  return (
    <input
      ref={input}
      aria-label={label}
      // Its own from then on: the clock draws the list anew every second.
      defaultValue={title}
      maxLength={60}
      onPointerUp={(event) => event.currentTarget.focus()}
      onChange={(event) => onTitle(event.currentTarget.value)}
      onBlur={onEnd}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  )
}

function rowWords(entry: Entry<Seen>, say: RecordTexts, locale: 'pt-BR' | 'en') {
  if (entry.details.title?.[locale]) return <b>{titleOf(entry, locale)}</b>
  const name =
    entry.kind === 'key' ? entry.key : entry.kind === 'scan' ? '' : entry.details.name || say.onScreen
  return (
    <>
      <span>{say.did[entry.kind]}</span>
      {name && <b>{name}</b>}
    </>
  )
}

function Sureness({ entry, say }: { entry: Entry<Seen>; say: RecordTexts }) {
  const level = entry.details.snapshot?.level
  if (!level) return null
  const isSure = level === 'very_sure' || level === 'sure'
  return (
    <span class={isSure ? 'rec-sure' : 'rec-weak'} role="img" aria-label={isSure ? say.sure : say.weak}>
      <Icon name={isSure ? 'check' : 'warn'} />
    </span>
  )
}
