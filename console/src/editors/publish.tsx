import { useState } from 'preact/hooks'
import { isBlocking } from '#contract/advice'
import type { Issue } from '#contract/errors'
import type { Experience } from '#contract/library'
import type { Autosave } from '../../../sdk/src/editor/draft/autosave'
import { ApiError } from '../api/client'
import { experiences } from '../api/experiences'
import { number } from '../format'
import { texts } from '../locales'
import { environment, me } from '../session'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { RadioGroup } from '../ui/field'
import { failureWords } from '../ui/page'
import { Rich } from '../ui/rich'
import { Shape } from '../ui/tag'
import { toast } from '../ui/toast'
import { useEditing } from './editing'
import { IssueList } from './issues'
import { reachWords, useReach } from './reach'

interface PublishProps {
  autosave: Autosave
  revision: () => number
  onClose: () => void
  onPublished: (experience: Experience) => void
  onJump: (issue: Issue) => void
}

/** To many people at once, so it asks: where, and how many it may reach. */
export function PublishDialog({ autosave, revision, onClose, onPublished, onJump }: PublishProps) {
  const { editor, common } = texts()
  const { experience, draft, isChanged } = useEditing()
  const [where, setWhere] = useState(environment.value.id)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const all = me.value?.environments ?? []
  const reach = useReach(draft.audience)
  const stops = experience.issues.filter(isBlocking)
  const isHere = where === environment.value.id
  const next = number(nextVersion(experience))

  const publish = async () => {
    if (stops.length) return
    setBusy(true)
    setRefusal(undefined)
    try {
      if (!(await autosave.flush())) setRefusal(editor.publishUnsaved)
      else {
        const published = await experiences.publish(experience.id, where, revision())
        onPublished(published)
        const version = published.publications.find((one) => one.environment === where)?.version
        toast(editor.published(number(version ?? 0), all.find(({ id }) => id === where)!.name))
        onClose()
      }
    } catch (error) {
      const words = failureWords(error instanceof ApiError ? error.code : 'internal')
      setRefusal(`${words.title}. ${words.detail}`)
    }
    setBusy(false)
  }
  return (
    <Dialog
      title={editor.publishHeading(draft.name)}
      onClose={onClose}
      onSubmit={publish}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy} disabled={stops.length > 0}>
            {isChanged ? editor.publishVersion(next) : editor.publish}
          </Button>
        </>
      }
    >
      {refusal && (
        <p class="field-error" role="alert">
          <Shape state="critical" />
          <span>{refusal}</span>
        </p>
      )}
      {stops.length > 0 ? (
        <div class="issues">
          <p>{editor.publishBlocked}</p>
          <IssueList issues={stops} onJump={onJump} />
        </div>
      ) : (
        <>
          <RadioGroup
            label={editor.publishWhere}
            value={where}
            onChange={setWhere}
            options={all.map(({ id, name }) => {
              const now = experience.publications.find((one) => one.environment === id)
              return {
                value: id,
                label: name,
                help: now ? editor.publishNow(number(now.version)) : editor.publishFirst,
              }
            })}
          />
          {isHere && (
            <p>
              <Rich text={reachWords(reach, editor.publishReach)} />
            </p>
          )}
          {experience.issues.length > 0 && (
            <div class="issues">
              <h3>{editor.issuesAdvice}</h3>
              <IssueList issues={experience.issues} onJump={onJump} />
            </div>
          )}
        </>
      )}
    </Dialog>
  )
}

/** The number that publishing will give: one more than the highest so far. */
export const nextVersion = ({ publications }: Experience) =>
  Math.max(0, ...publications.map(({ version }) => version)) + 1

interface UnpublishProps {
  where: string
  onClose: () => void
  onUnpublished: (experience: Experience) => void
}

export function UnpublishDialog({ where, onClose, onUnpublished }: UnpublishProps) {
  const { editor, common } = texts()
  const { experience } = useEditing()
  const name = me.value?.environments.find(({ id }) => id === where)?.name ?? where
  const unpublish = async () => {
    try {
      onUnpublished(await experiences.unpublish(experience.id, where))
      toast(editor.unpublished(name), { icon: 'pause' })
    } catch (error) {
      toast(failureWords(error instanceof ApiError ? error.code : 'internal').title, { icon: 'warning' })
    }
    onClose()
  }
  return (
    <Dialog
      title={editor.unpublishHeading(name)}
      onClose={onClose}
      onSubmit={unpublish}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="danger" type="submit">
            {editor.unpublish(name)}
          </Button>
        </>
      }
    >
      <p>{editor.unpublishDetail}</p>
    </Dialog>
  )
}
