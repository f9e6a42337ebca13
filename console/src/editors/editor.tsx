import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { Issue } from '#contract/errors'
import type { Experience } from '#contract/library'
import { type Autosave, type SaveState, startAutosave } from '../../../sdk/src/editor/draft/autosave'
import {
  type ContentDraft,
  type Part,
  partsKey,
  partsOf,
  placePart,
  replacePart,
} from '../../../sdk/src/editor/draft/draft'
import { hasExpired } from '../api/connection'
import { experiences } from '../api/experiences'
import { reports } from '../api/reports'
import { HEALTH_EVERY_MS, targets } from '../api/targets'
import { useEvery } from '../every'
import { texts } from '../locales'
import { useMedia } from '../media'
import { giveConsent } from '../pages/authoring/consent'
import { originOf, type Wish, wayThere } from '../pages/authoring/way'
import { useResource } from '../resource'
import { environment, may } from '../session'
import { homePage } from '../shell/menu'
import { Failure, Skeleton, useTitle } from '../ui/page'
import { toast } from '../ui/toast'
import { AudiencePanel } from './audience-panel'
import { Canvas } from './canvas'
import { ChecklistPanel } from './checklist/checklist-panel'
import { TaskPanel } from './checklist/task-panel'
import { useKnown } from './condition-builder/known'
import { type Editing, EditingContext, type TextLocale, useEditing } from './editing'
import './editor.css'
import * as history from '../../../sdk/src/editor/draft/history'
import { Header } from './header'
import { Issues } from './issues'
import { PartsPane } from './parts-pane'
import { PublishDialog, UnpublishDialog } from './publish'
import { ReadOnly } from './read-only'
import { StepPanel } from './tour/step-panel'
import { findUnsaved, forgetUnsaved, keepUnsaved } from './unsaved'
import { Versions } from './versions'
import { VerdictBar, Verdicts } from './view-as/verdicts'
import { useVerdicts, type Viewer } from './view-as/view-as'
import { lookupOf } from './view-as/words'

/** One content, open for writing. Read afresh on every opening: an old revision would only make conflicts. */
export function EditorPage() {
  const { id = '' } = useRoute().params
  const opened = useResource(`experiences/${id}`, () => experiences.find(id))
  if (opened.error)
    return <Failure error={opened.error} onRetry={opened.reload} home={homePage('contents')} />
  if (!opened.data || opened.loading) return <Skeleton rows={6} />
  return <Workbench key={id} opened={opened.data} />
}

export type Panel = 'issues' | 'publish' | 'versions' | 'why' | { unpublish: string } | undefined

function Workbench({ opened }: { opened: Experience }) {
  const { editor } = texts()
  const env = environment.value.id
  const isSmall = useMedia('(max-width: 640px)')
  const isReadOnly = isSmall || !may('author')
  const known = useKnown()
  const report = useResource(`${env}/report/${opened.id}`, () => reports.content(env, opened.id, 28)).data
  const isTour = opened.draft.kind === 'tour'
  const health = useResource(`${env}/targets/${opened.id}`, async () =>
    isTour && opened.publications.length ? targets.health(env, opened.id) : undefined,
  )
  useEvery(HEALTH_EVERY_MS, health.reload)
  const [experience, setExperience] = useState(opened)
  const [steps, setSteps] = useState(() => history.begin<ContentDraft>(opened.draft))
  const [save, setSave] = useState<SaveState>({ is: 'saved', at: opened.updatedAt })
  const { step: asked, publish: wantsPublish } = useLocation().query
  const [chosen, setChosen] = useState(() => partAsked(opened.draft, asked)?.id ?? 'audience')
  const [textLocale, setTextLocale] = useState<TextLocale>('pt-BR')
  const [panel, setPanel] = useState<Panel>()
  // Whoever follows an alarm comes for the target.
  const [sought, setSought] = useState(() =>
    asked
      ? `${partsKey(opened.draft)}.${partsOf(opened.draft).findIndex(({ id }) => id === chosen)}.target`
      : undefined,
  )
  const [viewer, setViewer] = useState<Viewer>()
  const [looked, setLooked] = useState<string>()
  const verdicts = useVerdicts(opened.id, experience.revision, viewer)
  const autosave = useRef<Autosave>(undefined)
  const revision = useRef(opened.revision)
  const panes = useRef<HTMLDivElement>(null)
  const draft = steps.present
  useTitle(draft.name)

  /** The server's word on revision, issues and publications; the author's own words stay. */
  const accept = (answer: Experience) => {
    revision.current = answer.revision
    setExperience(answer)
  }
  const put = (next: history.History<ContentDraft>) => {
    if (next.present === steps.present) return
    setSteps(next)
    autosave.current?.changed(next.present)
    keepUnsaved(opened.id, { revision: revision.current, draft: next.present })
  }
  const change = (next: ContentDraft, about: string) => put(history.change(steps, next, about, Date.now()))
  // A toast's undo comes later: it must begin from the draft of then.
  const latest = useRef({ steps, put })
  latest.current = { steps, put }

  useEffect(() => {
    const saving = startAutosave({
      revision: opened.revision,
      savedAt: opened.updatedAt,
      save: (based, words, leaving) => experiences.save(opened.id, based, words, { keepalive: leaving }),
      base: opened.draft,
      onState: (state) => {
        if (state.is === 'saved') forgetUnsaved(opened.id)
        setSave(state)
      },
      onSaved: accept,
      onJoined: (draft, { updatedBy }) => {
        const { steps } = latest.current
        setSteps(history.change(steps, draft, 'joined', Date.now()))
        toast(editor.joined(updatedBy), { icon: 'history' })
      },
    })
    autosave.current = saving
    const unsaved = isReadOnly ? undefined : findUnsaved(opened.id, opened.revision)
    if (unsaved) {
      put(history.change(steps, unsaved, 'unsaved', 0))
      toast(editor.restored, { icon: 'history' })
    }
    const leave = () => saving.leave()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      void saving.flush()
      saving.stop()
    }
  }, [opened.id])

  // She pressed "publish" on the running application.
  useEffect(() => {
    if (wantsPublish !== undefined && !isReadOnly) setPanel('publish')
  }, [])

  // What was refused while the session was over goes on its way once she has signed in again.
  const isExpired = hasExpired.value
  useEffect(() => {
    if (!isExpired) void autosave.current?.flush()
  }, [isExpired])

  // Once the list is closed and the right panel is drawn.
  useEffect(() => {
    if (sought === undefined) return
    focusField(panes.current!, sought)
    setSought(undefined)
  }, [sought])

  const isUnsaved = save.is !== 'saved'
  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isUnsaved])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isReadOnly) return
      const key = event.key.toLowerCase()
      const { steps, put } = latest.current
      if (key === 's') void autosave.current?.flush()
      else if (key === 'z' && !event.shiftKey) put(history.undo(steps))
      else if (key === 'y' || (key === 'z' && event.shiftKey)) put(history.redo(steps))
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [isReadOnly])

  // Undo may take the chosen part away.
  const isPart = partsOf(draft).some(({ id }) => id === chosen)
  const shown =
    isPart || chosen === 'audience' || chosen === 'checklist' ? chosen : (partsOf(draft)[0]?.id ?? 'audience')

  const current = viewer && (verdicts.data?.find(({ person }) => person.id === looked) ?? verdicts.data?.[0])
  const editing: Editing = {
    lookup: current && lookupOf(current.person),
    draft,
    experience,
    known,
    report,
    health: health.data,
    editOnScreen:
      isTour && !isReadOnly && environment.value.appUrl ? (step) => void goToTill({ step }) : undefined,
    textLocale,
    setTextLocale,
    isReadOnly,
    isChanged: experience.changed || save.is !== 'saved',
    change,
    restore: (part, at) => {
      const { steps, put } = latest.current
      put(history.change(steps, placePart(steps.present, part, at), '', Date.now()))
    },
  }

  const load = (answer: Experience, about: string) => {
    autosave.current?.adopt(answer)
    accept(answer)
    setSteps((before) => history.change<ContentDraft>(before, answer.draft, about, Date.now()))
    forgetUnsaved(opened.id)
  }
  // Undo leads back to what it was before the choice.
  const settle = (draft: ContentDraft | undefined) => {
    if (draft) setSteps((before) => history.change(before, draft, 'settled', Date.now()))
  }
  const goToTill = async (wish?: Wish) => {
    const { appUrl } = environment.value
    const origin = originOf(appUrl)
    if (!appUrl || !origin || (save.is !== 'saved' && !(await autosave.current?.flush()))) return
    giveConsent(opened.id, origin)
    location.assign(wayThere(appUrl, opened.id, wish))
  }
  const jump = (issue: Issue) => {
    setPanel(undefined)
    const [first, index] = issue.path.split('.')
    const part = first === 'steps' || first === 'tasks' ? partsOf(draft)[Number(index)] : undefined
    setChosen(
      part?.id ??
        (draft.kind === 'checklist' && ['title', 'per', 'deadlineDays'].includes(first!)
          ? 'checklist'
          : 'audience'),
    )
    if (issue.path.endsWith('.en') || issue.code === 'translation_missing') setTextLocale('en')
    setSought(issue.path)
  }

  return (
    <EditingContext.Provider value={editing}>
      <div class={`editor${isSmall ? ' editor-small' : ''}`} ref={panes} data-path="">
        <Header
          save={save}
          onUndo={steps.past.length ? () => put(history.undo(steps)) : undefined}
          onRedo={steps.future.length ? () => put(history.redo(steps)) : undefined}
          onOpen={setPanel}
          viewer={viewer}
          onViewAs={(next) => {
            setViewer(next)
            setLooked(undefined)
          }}
          onEditOnScreen={() => void goToTill()}
          onTest={() => void goToTill({ step: partsOf(draft)[0]?.id, test: true })}
          onKeepMine={() => settle(autosave.current?.keepMine())}
          onLoadTheirs={() => settle(autosave.current?.takeTheirs())}
        />
        {isSmall ? (
          <ReadOnly chosen={shown} onChoose={setChosen} />
        ) : (
          <div class="editor-panes">
            <PartsPane
              chosen={shown}
              onChoose={setChosen}
              onAdded={(id, title) => {
                setChosen(id)
                setSought(title)
              }}
            />
            <Canvas
              chosen={shown}
              onChoose={setChosen}
              notice={
                viewer && (
                  <VerdictBar
                    viewer={viewer}
                    verdicts={verdicts}
                    onWhy={() => setPanel('why')}
                    onStop={() => setViewer(undefined)}
                  />
                )
              }
            />
            <aside class="properties" key={shown}>
              <Properties chosen={shown} />
            </aside>
          </div>
        )}
        {panel === 'issues' && <Issues onClose={() => setPanel(undefined)} onJump={jump} />}
        {panel === 'why' && viewer && verdicts.data && (
          <Verdicts
            verdicts={verdicts.data}
            current={current}
            onLook={setLooked}
            onClose={() => setPanel(undefined)}
          />
        )}
        {panel === 'publish' && autosave.current && (
          <PublishDialog
            autosave={autosave.current}
            revision={() => revision.current}
            onClose={() => setPanel(undefined)}
            onPublished={accept}
            onJump={jump}
          />
        )}
        {panel === 'versions' && (
          <Versions
            onClose={() => setPanel(undefined)}
            settle={async () => ((await autosave.current?.flush()) ? revision.current : undefined)}
            onReverted={(answer) => load(answer, 'revert')}
          />
        )}
        {typeof panel === 'object' && (
          <UnpublishDialog
            where={panel.unpublish}
            onClose={() => setPanel(undefined)}
            onUnpublished={accept}
          />
        )}
      </div>
    </EditingContext.Provider>
  )
}

/** From an alarm the step is named in the address, by its place or id; else it is the first. */
const partAsked = (draft: ContentDraft, asked = '') =>
  partsOf(draft).find(({ id }, i) => asked === id || asked === String(i + 1)) ?? partsOf(draft)[0]

/** The panel of what is chosen: a step, a task, the checklist itself, or who sees it. */
function Properties({ chosen }: { chosen: string }) {
  const { draft, change } = useEditing()
  const parts = partsOf(draft)
  const index = parts.findIndex(({ id }) => id === chosen)
  if (index < 0)
    return draft.kind === 'checklist' && chosen === 'checklist' ? (
      <ChecklistPanel draft={draft} />
    ) : (
      <AudiencePanel />
    )
  const onChange = (part: Part, about: string) =>
    change(replacePart(draft, chosen, part), `${chosen}.${about}`)
  if (draft.kind === 'tour')
    return <StepPanel step={draft.steps[index]!} index={index} of={parts.length} onChange={onChange} />
  return <TaskPanel task={draft.tasks[index]!} index={index} draft={draft} onChange={onChange} />
}

function focusField(root: HTMLElement, path: string) {
  const holders = [...root.querySelectorAll<HTMLElement>('.properties [data-path]')]
  const holder = holders
    .filter(({ dataset }) => path === dataset.path || path.startsWith(`${dataset.path}.`))
    .sort((a, b) => b.dataset.path!.length - a.dataset.path!.length)[0]
  const box = holder ?? root.querySelector<HTMLElement>('.properties .section')
  const pane = box?.closest<HTMLElement>('.properties')
  if (!box || !pane) return
  // `scrollIntoView` would move the frame around the panes too, and the header off the screen.
  const [inner, outer] = [box.getBoundingClientRect(), pane.getBoundingClientRect()]
  // In the middle; what is too tall for that begins at the top.
  pane.scrollTop += inner.top - outer.top - Math.max(0, (outer.height - inner.height) / 2)
  const field = box.querySelector<HTMLElement>('input:not([type=radio]), textarea, select, button')
  field?.focus({ preventScroll: true })
}
