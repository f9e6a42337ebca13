import { useLocation } from 'preact-iso'
import { isBlocking } from '#contract/advice'
import type { SaveState } from '../../../sdk/src/editor/draft/autosave'
import { number, percent, since, time } from '../format'
import { texts } from '../locales'
import { useMedia } from '../media'
import { environment, may } from '../session'
import { EnvironmentWord } from '../shell/environment-switch'
import { Button, IconButton } from '../ui/button'
import { Conflict } from '../ui/conflict'
import { Icon } from '../ui/icon'
import { Menu } from '../ui/menu'
import { failureWords } from '../ui/page'
import { Rich } from '../ui/rich'
import { Shape, Tag } from '../ui/tag'
import { type Editing, useEditing } from './editing'
import type { Panel } from './editor'
import { nextVersion } from './publish'
import { ViewAs, type Viewer } from './view-as/view-as'

interface HeaderProps {
  save: SaveState
  /** Absent while there is nothing to undo. */
  onUndo?: () => void
  onRedo?: () => void
  onOpen: (panel: Panel) => void
  /** Goes on to the running application, once everything is saved. */
  onEditOnScreen: () => void
  /** Goes there as well, and sees the draft run: it shows to nobody else. */
  onTest: () => void
  viewer: Viewer | undefined
  onViewAs: (viewer: Viewer) => void
  onKeepMine: () => void
  onLoadTheirs: () => void
}

/** Name, version and save state left; the acts right. It takes the top bar's place. */
export function Header(props: HeaderProps) {
  const { save, onUndo, onRedo, onOpen, onEditOnScreen, onTest, viewer, onViewAs, onKeepMine, onLoadTheirs } =
    props
  const { editor, common } = texts()
  const { route } = useLocation()
  // The name and what is true of it come before an act that the menu can hold.
  const isNarrow = useMedia('(max-width: 1240px)')
  const editing = useEditing()
  const { draft, experience, isReadOnly, change } = editing
  const here = experience.publications.find((one) => one.environment === environment.value.id)
  const next = number(nextVersion(experience))
  const issues = experience.issues.length
  // Without an address there is nowhere to go yet.
  const way = environment.value.appUrl ? undefined : '/installation'
  return (
    <>
      <header class={`editor-head${environment.value.kind === 'staging' ? ' top-bar-staging' : ''}`}>
        <IconButton icon="back" size={18} label={editor.back} href="/contents" />
        <div class="editor-words">
          <div class="editor-title">
            <label class="editor-name" data-value={draft.name}>
              <span class="unseen">{editor.name}</span>
              <input
                value={draft.name}
                maxLength={120}
                readOnly={isReadOnly}
                size={1}
                onInput={(event) => change({ ...draft, name: event.currentTarget.value }, 'name')}
              />
            </label>
            {editing.isChanged && (
              <Tag>{experience.publications.length ? editor.draftOf(next) : editor.draftNew}</Tag>
            )}
            {here && <Tag tone="accent">{editor.onAir(number(here.version))}</Tag>}
            <Saved state={save} />
          </div>
          <p class="editor-finding">
            <Rich text={finding(editing)} />
          </p>
        </div>
        <div class="editor-acts">
          <EnvironmentWord />
          {!isReadOnly && (
            <span class="editor-undo">
              <IconButton icon="undo" label={editor.undoKeys} disabled={!onUndo} onClick={onUndo} />
              <IconButton icon="redo" label={editor.redoKeys} disabled={!onRedo} onClick={onRedo} />
            </span>
          )}
          <Menu
            label={common.more}
            items={[
              ...(isNarrow && may('author') && draft.kind === 'tour'
                ? [
                    {
                      value: 'test',
                      label: editor.test,
                      icon: 'play' as const,
                      run: way ? () => route(way) : onTest,
                    },
                  ]
                : []),
              {
                value: 'report',
                label: editor.report,
                icon: 'chart',
                run: () => route(`/contents/${experience.id}/report`),
              },
              { value: 'versions', label: editor.versions, icon: 'history', run: () => onOpen('versions') },
              ...(here && may('author')
                ? [
                    'line' as const,
                    {
                      value: 'unpublish',
                      label: editor.unpublish(environment.value.name),
                      icon: 'pause' as const,
                      danger: true,
                      run: () => onOpen({ unpublish: here.environment }),
                    },
                  ]
                : []),
            ]}
          />
          <ViewAs viewer={viewer} onChoose={onViewAs} />
          {issues > 0 && !isReadOnly && (
            <Button onClick={() => onOpen('issues')}>
              <span class="issue-count">
                <Shape state={experience.issues.some(isBlocking) ? 'critical' : 'attention'} />
                {editor.issues} <span class="figures">{number(issues)}</span>
              </span>
            </Button>
          )}
          {may('author') && draft.kind === 'tour' && (
            <>
              {!isNarrow && (
                <Button icon="play" href={way} onClick={onTest}>
                  {editor.test}
                </Button>
              )}
              <Button icon="click" href={way} onClick={onEditOnScreen}>
                {editor.editOnScreen}
              </Button>
            </>
          )}
          {may('author') && (
            <Button kind="primary" onClick={() => onOpen('publish')}>
              {editing.isChanged ? editor.publishVersion(next) : editor.publish}
            </Button>
          )}
        </div>
      </header>
      {save.is === 'conflict' && (
        <Conflict theirs={save.current} words={editor.conflict} onTheirs={onLoadTheirs} onMine={onKeepMine} />
      )}
    </>
  )
}

function Saved({ state }: { state: SaveState }) {
  const { editor } = texts()
  if (state.is === 'offline')
    return (
      <span class="save-state save-lost" role="status">
        <Icon name="unsaved" size={14} /> {editor.notSaved}
      </span>
    )
  if (state.is === 'refused')
    return (
      <span class="save-state save-lost" role="alert" title={failureWords(state.code).detail}>
        <Icon name="unsaved" size={14} /> {editor.refused}: {failureWords(state.code).title}
      </span>
    )
  if (state.is === 'conflict') return <span class="save-state save-lost">{editor.refused}</span>
  return (
    <span class="save-state">
      {state.is === 'saved'
        ? editor.saved(time(state.at))
        : state.is === 'saving'
          ? editor.saving
          : editor.changed}
    </span>
  )
}

/** The one thing to know about this content now. */
function finding({ experience, report, health, isChanged }: Editing): string {
  const { editor, common, targets } = texts()
  const stops = experience.issues.filter(isBlocking).length
  if (stops) return editor.findingIssues(number(stops), stops === 1)
  const lost = health?.steps.find(({ state }) => state === 'missing')
  if (lost?.trouble)
    return editor.findingLost(
      number(lost.place),
      targets.since(since(lost.trouble.since), lost.trouble.release),
    )
  const weak = health?.steps.find(({ state }) => state === 'attention')
  if (weak)
    return editor.findingMissing(number(weak.place), percent(weak.missing / (weak.found + weak.missing)))
  const here = experience.publications.find((one) => one.environment === environment.value.id)
  if (!here || isChanged) return editor.findingReady
  return report?.reach
    ? editor.findingSame(common.people(number(report.reach), report.reach === 1), report.reach === 1)
    : editor.findingSameUnseen
}
