import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { ApiError } from '../../api/client'
import { hasExpired } from '../../api/connection'
import { locale, locales, texts } from '../../locales'
import { me, signIn } from '../../session'
import { Mark } from '../../shell/mark'
import { Button, IconButton } from '../../ui/button'
import { TextField } from '../../ui/field'
import { failureWords, useTitle } from '../../ui/page'
import { Segmented } from '../../ui/tabs'
import { Shape } from '../../ui/tag'
import './sign-in.css'

export function SignInPage() {
  const { session, shell } = texts()
  useTitle(session.title)
  return (
    <Doorway heading={session.heading} sentence={session.sentence} note={session.noAccount}>
      <SignInForm label={shell.product} />
    </Doorway>
  )
}

/** Asks again in place when the session ended, so that unsaved work under it stays. */
export function SignInAgain() {
  const { session } = texts()
  if (!hasExpired.value) return null
  return (
    <dialog
      class="sign-in-again"
      aria-label={session.title}
      ref={(dialog) => {
        if (dialog && !dialog.open) dialog.showModal()
      }}
      onCancel={(event) => event.preventDefault()}
    >
      <p>{session.expired}</p>
      <SignInForm label={session.title} email={me.value?.user.email} />
    </dialog>
  )
}

function SignInForm({ label, email: known = '' }: { label: string; email?: string }) {
  const { session } = texts()
  const [email, setEmail] = useState(known)
  const [password, setPassword] = useState('')
  const [visible, setVisible] = useState(false)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiError>()

  const submit = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    setFailure(undefined)
    if (!isEmail(email) || !password) return
    setBusy(true)
    try {
      await signIn(email.trim(), password)
    } catch (error) {
      setFailure(error as ApiError)
      setBusy(false)
    }
  }

  const words = failure && failureWords(failure.code)
  return (
    <form class="sign-in-form" aria-label={label} noValidate onSubmit={submit}>
      {words && (
        <p class="sign-in-failure" role="alert">
          <Shape state="critical" />
          <span>
            <b>{words.title}.</b> {words.detail}
          </span>
        </p>
      )}
      <TextField
        label={session.email}
        type="email"
        name="email"
        autocomplete="username"
        value={email}
        onInput={setEmail}
        error={tried && !isEmail(email) ? session.needEmail : undefined}
      />
      <TextField
        label={session.password}
        type={visible ? 'text' : 'password'}
        name="password"
        autocomplete="current-password"
        value={password}
        onInput={setPassword}
        error={tried && !password ? session.needPassword : undefined}
        end={
          <IconButton
            icon={visible ? 'eye-off' : 'eye'}
            label={visible ? session.hide : session.show}
            onClick={() => setVisible(!visible)}
          />
        }
      />
      <Button kind="primary" type="submit" busy={busy}>
        {busy ? session.submitting : session.submit}
      </Button>
    </form>
  )
}

export const isEmail = (text: string) => /^\S+@\S+\.\S+$/.test(text.trim())

interface DoorwayProps {
  heading: string
  sentence?: ComponentChildren
  note?: string
  children: ComponentChildren
}

/** The page before the console: one column, the mark, the language. */
export function Doorway({ heading, sentence, note, children }: DoorwayProps) {
  const { shell } = texts()
  return (
    <div class="doorway">
      <main class="doorway-box">
        <Mark size={32} />
        <h1>{heading}</h1>
        {sentence && <p class="doorway-sentence">{sentence}</p>}
        {children}
        {note && <p class="doorway-note">{note}</p>}
      </main>
      <footer>
        <Segmented
          label={shell.language}
          value={locale.value}
          options={locales.map((value) => ({ value, label: shell.languages[value] }))}
          onChange={(value) => {
            locale.value = value
          }}
        />
      </footer>
    </div>
  )
}
