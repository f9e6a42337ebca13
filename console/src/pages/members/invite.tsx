import { useState } from 'preact/hooks'
import type { Member, Role } from '#contract/workspace'
import { ApiError } from '../../api/client'
import { members as api } from '../../api/members'
import { texts } from '../../locales'
import { roles } from '../../session'
import { Button, IconButton } from '../../ui/button'
import { copy } from '../../ui/copy'
import { Dialog } from '../../ui/dialog'
import { RadioGroup, TextField } from '../../ui/field'
import { failureWords } from '../../ui/page'
import { Rich } from '../../ui/rich'
import { isEmail } from '../sign-in/sign-in'

/** Name, e-mail and role; then the address to hand over, once. */
export function InviteDialog({
  onClose,
  onInvited,
}: {
  onClose: () => void
  onInvited: (member: Member) => void
}) {
  const { members: t, common } = texts()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('author')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const [invited, setInvited] = useState<Member>()

  const submit = async () => {
    setTried(true)
    setRefusal(undefined)
    if (!name.trim() || !isEmail(email)) return
    setBusy(true)
    try {
      const member = await api.invite({ name: name.trim(), email: email.trim(), role })
      setInvited(member)
      onInvited(member)
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'internal'
      const words = failureWords(code)
      setRefusal(code === 'conflict' ? t.alreadyThere : `${words.title}. ${words.detail}`)
    }
    setBusy(false)
  }

  if (invited)
    return (
      <Dialog
        title={t.inviteHeading}
        onClose={onClose}
        actions={
          <Button kind="primary" onClick={onClose}>
            {common.close}
          </Button>
        }
      >
        <p>
          <Rich text={t.created(invited.name)} />
        </p>
        <TextField
          label={t.link}
          value={invited.inviteUrl ?? ''}
          readOnly
          onInput={() => {}}
          help={t.linkHelp}
          end={<IconButton icon="copy" label={common.copy} onClick={() => copy(invited.inviteUrl ?? '')} />}
        />
      </Dialog>
    )
  return (
    <Dialog
      title={t.inviteHeading}
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
      <TextField
        label={t.name}
        value={name}
        onInput={setName}
        maxLength={80}
        error={tried && !name.trim() ? t.needName : undefined}
      />
      <TextField
        label={t.email}
        type="email"
        value={email}
        onInput={setEmail}
        error={refusal ?? (tried && !isEmail(email) ? t.needEmail : undefined)}
      />
      <RadioGroup
        label={t.role}
        value={role}
        onChange={setRole}
        options={roles.map((value) => ({ value, label: t.roles[value], help: t.roleHelp[value] }))}
      />
    </Dialog>
  )
}
