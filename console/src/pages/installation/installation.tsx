import { useEffect, useState } from 'preact/hooks'
import type { Installation } from '#contract/workspace'
import { installation as api } from '../../api/installation'
import { ago, percent } from '../../format'
import { texts } from '../../locales'
import { useResource } from '../../resource'
import { environment } from '../../session'
import { Button } from '../../ui/button'
import { copy } from '../../ui/copy'
import { Failure, PageHead, Skeleton } from '../../ui/page'
import { Status, Tag } from '../../ui/tag'
import { AppAddress } from './app-address'
import { IdentitySecret } from './identity-secret'
import './installation.css'

const CHECK_MS = 10_000 // someone who has just pasted the script is watching this page
const FRESH_MS = 60 * 60_000

/** What a developer pastes, and whether it works. */
export function InstallationPage() {
  const { installation: t } = texts()
  const { id, name, identity } = environment.value
  const state = useResource(`${id}/installation`, () => api.of(id))

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') state.reload()
    }, CHECK_MS)
    return () => clearInterval(timer)
  }, [id])

  const { data } = state
  return (
    <>
      <PageHead
        title={t.title}
        beside={<Tag>{name}</Tag>}
        finding={data && (data.lastEventAt ? t.findingLive(ago(data.lastEventAt)) : t.findingSilent)}
        actions={
          data && (
            <Button kind="primary" icon="copy" onClick={() => copy(data.snippet)}>
              {t.copySnippet}
            </Button>
          )
        }
      />
      {state.error && !data && <Failure error={state.error} onRetry={state.reload} />}
      {!state.error && !data && <Skeleton head={false} rows={4} />}
      {data && (
        <div class="installation">
          <div class="installation-paste">
            <section>
              <h2>{t.snippet}</h2>
              <p class="installation-note">{t.snippetHelp}</p>
              <Code text={data.snippet} label={t.snippet} />
            </section>
            <section>
              <h2>{t.publicKey}</h2>
              <p class="installation-note">{t.publicKeyHelp}</p>
              <Code text={data.publicKey} label={t.publicKey} />
            </section>
            <IdentitySecret secret={data.identitySecret} />
          </div>
          <aside class="installation-check">
            <h2>{t.check}</h2>
            <Check data={data} />
            <AppAddress key={id} />
            <h2>
              {t.identity}: {t.identityModes[identity]}
            </h2>
            <p class="installation-note">{identity === 'enforced' ? t.identityEnforced : t.identityOpen}</p>
          </aside>
        </div>
      )}
    </>
  )
}

/** Text to paste elsewhere: a read-only field, so that Ctrl A takes all of it and long lines scroll inside. */
export function Code({ text, label }: { text: string; label: string }) {
  return (
    <textarea
      class="code"
      aria-label={label}
      readOnly
      spellcheck={false}
      wrap="off"
      rows={text.split('\n').length}
      value={text}
    />
  )
}

function Check({ data }: { data: Installation }) {
  const { installation: t } = texts()
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  const { lastEventAt, lastSdk, signedShare } = data
  const isFresh = lastEventAt !== undefined && Date.now() - lastEventAt < FRESH_MS
  return (
    <dl class="facts">
      <dt>{t.checkEvent}</dt>
      <dd>
        <Status state={isFresh ? 'ok' : lastEventAt ? 'attention' : 'none'}>
          {lastEventAt ? ago(lastEventAt) : t.waiting}
        </Status>
      </dd>
      <dt>{t.checkVersion}</dt>
      <dd>{lastSdk ?? '—'}</dd>
      <dt>{t.checkSigned}</dt>
      <dd>{signedShare === null ? t.nobody : percent(signedShare)}</dd>
    </dl>
  )
}
