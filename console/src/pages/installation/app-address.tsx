import { useState } from 'preact/hooks'
import type { ApiError } from '../../api/client'
import { installation as api } from '../../api/installation'
import { texts } from '../../locales'
import { environment, may, startSession } from '../../session'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { failureWords } from '../../ui/page'
import { toast } from '../../ui/toast'

/** Where the application runs. An owner's to say: authors may edit on the screens of that address. */
export function AppAddress() {
  const { installation: t } = texts()
  const { id, appUrl = '' } = environment.value
  const [typed, setTyped] = useState(appUrl)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const isChanged = typed.trim() !== appUrl

  async function save(event: Event) {
    event.preventDefault()
    const wanted = typed.trim()
    if (wanted && !/^https?:\/\/[^/]/.test(wanted)) return setError(t.appNeedsAddress)
    setBusy(true)
    setError(undefined)
    try {
      await api.setApp(id, wanted || null)
      await startSession()
      toast(t.appSaved)
    } catch (failure) {
      const { code } = failure as ApiError
      setError(code === 'invalid' ? t.appNeedsAddress : failureWords(code).title)
    }
    setBusy(false)
  }

  return (
    <>
      <h2>{t.app}</h2>
      {may('owner') ? (
        <form class="installation-app" onSubmit={save}>
          <TextField
            label={t.appAddress}
            type="url"
            value={typed}
            placeholder="https://"
            help={t.appHelp}
            error={error}
            onInput={setTyped}
          />
          {isChanged && (
            <Button type="submit" busy={busy}>
              {t.appSave}
            </Button>
          )}
        </form>
      ) : (
        <p class="installation-note">{appUrl || t.appNone}</p>
      )}
      {appUrl && (
        <p>
          <a href={appUrl} target="_blank" rel="noreferrer">
            {t.openApp}
          </a>
        </p>
      )}
    </>
  )
}
