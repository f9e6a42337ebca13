import { useState } from 'preact/hooks'
import { texts } from '../../locales'
import { may } from '../../session'
import { Button } from '../../ui/button'
import { copy } from '../../ui/copy'
import { Code } from './installation'

// Five lines that any team can carry to its own language: HS256, sub, account, exp.
const HOW_TO = `import { SignJWT } from 'jose'
const secret = new TextEncoder().encode(process.env.TRILHA_IDENTITY_SECRET)
const token = await new SignJWT({ account: shop.id })
  .setProtectedHeader({ alg: 'HS256' }).setSubject(user.id).setExpirationTime('12h')
  .sign(secret)`

/** Hidden until asked for, so that a shared screen does not give it away. Owners only: others get no secret. */
export function IdentitySecret({ secret }: { secret: string | undefined }) {
  const { installation: t } = texts()
  const [visible, setVisible] = useState(false)
  return (
    <section>
      <h2>{t.secret}</h2>
      {!may('owner') || !secret ? (
        <p class="installation-note">{t.ownersOnly}</p>
      ) : (
        <>
          <p class="installation-note">{t.secretHelp}</p>
          <Code text={visible ? secret : '•'.repeat(24)} label={t.secret} />
          <p class="installation-acts">
            <Button small icon={visible ? 'eye-off' : 'eye'} onClick={() => setVisible(!visible)}>
              {visible ? t.hideSecret : t.showSecret}
            </Button>
            <Button small icon="copy" onClick={() => copy(secret)}>
              {t.copySecret}
            </Button>
          </p>
        </>
      )}
      <h2 class="installation-how">{t.howTo}</h2>
      <Code text={HOW_TO} label={t.howTo} />
    </section>
  )
}
