import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { ApiError } from '../../api/client'
import { session as api } from '../../api/session'
import { texts } from '../../locales'
import { useResource } from '../../resource'
import { enter } from '../../session'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Failure, Skeleton, useTitle } from '../../ui/page'
import { Rich } from '../../ui/rich'
import { Doorway } from '../sign-in/sign-in'

const LEAST_LETTERS = 10

/** Where an invited person chooses a password and comes in. */
export function InvitationPage() {
  const { session } = texts()
  const { token = '' } = useRoute().params
  const { route } = useLocation()
  const invitation = useResource(`invitation/${token}`, () => api.invitation(token))
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiError>()
  useTitle(session.invitationTitle)

  const error = failure ?? invitation.error
  if (error)
    return (
      <Doorway heading={session.invitationTitle}>
        <Failure error={error} onRetry={error.code === 'offline' ? () => setFailure(undefined) : undefined} />
        <Button href="/contents">{session.title}</Button>
      </Doorway>
    )
  if (!invitation.data)
    return (
      <Doorway heading={session.invitationTitle}>
        <Skeleton rows={2} head={false} />
      </Doorway>
    )

  const { name, email, workspace } = invitation.data
  const short = password.length < LEAST_LETTERS
  const submit = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (short) return
    setBusy(true)
    try {
      enter(await api.accept(token, password))
      route('/contents', true)
    } catch (error) {
      setFailure(error as ApiError)
      setBusy(false)
    }
  }
  return (
    <Doorway
      heading={session.invitationHeading(workspace)}
      sentence={<Rich text={session.invitationSentence(name, email)} />}
    >
      <form class="sign-in-form" noValidate onSubmit={submit}>
        <TextField
          label={session.newPassword}
          type="password"
          autocomplete="new-password"
          value={password}
          onInput={setPassword}
          help={session.passwordHelp}
          error={tried && short ? session.passwordShort : undefined}
        />
        <Button kind="primary" type="submit" busy={busy}>
          {session.accept}
        </Button>
      </form>
    </Doorway>
  )
}
