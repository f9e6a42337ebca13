import type { Experience } from '#contract/library'
import { ApiError } from '../api/client'
import { experiences } from '../api/experiences'
import { moment, number } from '../format'
import { texts } from '../locales'
import { useResource } from '../resource'
import { me } from '../session'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Failure, failureWords, Skeleton } from '../ui/page'
import { Tag } from '../ui/tag'
import { toast } from '../ui/toast'
import { useEditing } from './editing'

interface VersionsProps {
  onClose: () => void
  /** Sends what is waiting first, and tells the revision to go on from. */
  settle: () => Promise<number | undefined>
  onReverted: (experience: Experience) => void
}

/** What was published, when and by whom; any of them can be the draft again. */
export function Versions({ onClose, settle, onReverted }: VersionsProps) {
  const { editor } = texts()
  const { experience, isReadOnly } = useEditing()
  const list = useResource(`versions/${experience.id}`, () => experiences.versions(experience.id))
  const nameOf = (id: string) => me.value?.environments.find((one) => one.id === id)?.name ?? id

  const revert = async (version: number) => {
    try {
      const revision = await settle()
      if (revision === undefined) return toast(editor.publishUnsaved, { icon: 'warning' })
      onReverted(await experiences.revert(experience.id, version, revision))
      toast(editor.reverted(number(version)), { icon: 'history' })
      onClose()
    } catch (error) {
      toast(failureWords(error instanceof ApiError ? error.code : 'internal').title, { icon: 'warning' })
    }
  }
  return (
    <Dialog kind="drawer" title={editor.versions} onClose={onClose}>
      {list.error && <Failure error={list.error} onRetry={list.reload} />}
      {!list.data && !list.error && <Skeleton head={false} rows={3} />}
      {list.data?.length === 0 && <p>{editor.versionsNone}</p>}
      <ol class="versions">
        {list.data?.map(({ version, createdAt, createdBy, environments }) => (
          <li key={version}>
            <span>
              <b>{editor.version(number(version))}</b>
              <span class="part-sub">{editor.versionBy(createdBy, moment(createdAt))}</span>
              {environments.map((id) => (
                <Tag key={id} tone="accent">
                  {nameOf(id)}
                </Tag>
              ))}
            </span>
            {!isReadOnly && (
              <Button small onClick={() => revert(version)}>
                {editor.revert}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
