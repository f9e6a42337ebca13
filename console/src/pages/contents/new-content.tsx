import { useState } from 'preact/hooks'
import type { Experience } from '#contract/library'
import { ApiError } from '../../api/client'
import { experiences } from '../../api/experiences'
import { type Start, starts } from '../../editors/starts'
import { texts } from '../../locales'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { RadioGroup, TextField } from '../../ui/field'
import { failureWords } from '../../ui/page'

interface NewContentProps {
  /** What stands chosen at first. */
  start: Start
  onClose: () => void
  onCreated: (experience: Experience) => void
}

/** A name and something to begin with; the rest is done in the editor. */
export function NewContent({ start: first, onClose, onCreated }: NewContentProps) {
  const { contents, common } = texts()
  const t = contents.start
  const [start, setStart] = useState<Start>(first)
  const [name, setName] = useState<string>()
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  // Until she writes one, the name is the template's own.
  const given = name ?? t.starts[start].name

  const submit = async () => {
    setTried(true)
    if (!given.trim()) return
    setBusy(true)
    try {
      onCreated(await experiences.create(starts[start](given.trim())))
    } catch (error) {
      const words = failureWords(error instanceof ApiError ? error.code : 'internal')
      setRefusal(`${words.title}. ${words.detail}`)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t.heading}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {t.create}
          </Button>
        </>
      }
    >
      <RadioGroup
        label={t.from}
        value={start}
        onChange={setStart}
        options={(Object.keys(starts) as Start[]).map((value) => ({ value, ...t.starts[value] }))}
      />
      <TextField
        label={t.name}
        value={given}
        maxLength={120}
        onInput={setName}
        help={t.nameHelp}
        error={refusal ?? (tried && !given.trim() ? t.needName : undefined)}
      />
    </Dialog>
  )
}
