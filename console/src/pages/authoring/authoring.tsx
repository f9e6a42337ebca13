import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { authoring } from '../../api/authoring'
import type { ApiError } from '../../api/client'
import { experiences } from '../../api/experiences'
import { texts } from '../../locales'
import { useResource } from '../../resource'
import { may, me } from '../../session'
import { Button } from '../../ui/button'
import { failureWords, useTitle } from '../../ui/page'
import { Doorway } from '../sign-in/sign-in'
import './authoring.css'
import { giveConsent, hasConsent } from './consent'
import { type Asked, homeOf, readAsked, wayBack } from './way'

/** Hands a one-time code to the application's page: at once when she has just come from here, else after one click. */
export function AuthoringPage() {
  const { authoring: t } = texts()
  const { url } = useLocation()
  const asked = readAsked(url.slice(url.indexOf('?')))
  useTitle(t.title)
  if (!asked) return <Refused words={t.incomplete} />
  if (!may('author')) return <Refused words={t.viewer} />
  const environment = homeOf(asked, me.value!.environments)
  if (!environment) return <Refused words={t.elsewhere(asked.origin)} installation />
  return <HandOver asked={asked} where={environment.name} />
}

function HandOver({ asked, where }: { asked: Asked; where: string }) {
  const { authoring: t } = texts()
  const { experience, key, origin, challenge } = asked
  const isKnown = hasConsent(experience, origin)
  const [isGoing, setGoing] = useState(isKnown)
  const [failure, setFailure] = useState<ApiError>()
  const content = useResource(`experiences/${experience}`, () => experiences.find(experience))

  async function go() {
    setGoing(true)
    setFailure(undefined)
    try {
      const { code } = await authoring.code({ experience, key, origin, challenge })
      const back = wayBack(asked, code)
      if (!back) return setGoing(false)
      giveConsent(experience, origin)
      location.replace(back)
    } catch (error) {
      setFailure(error as ApiError)
      setGoing(false)
    }
  }
  useEffect(() => {
    if (isKnown) void go()
  }, [])

  const words = failure ?? content.error
  if (words) {
    const { title, detail } = failureWords(words.code)
    return (
      <Doorway heading={title} sentence={detail}>
        <Button kind="primary" onClick={go}>
          {t.again}
        </Button>
        <Button href={`/contents/${experience}`}>{t.back}</Button>
      </Doorway>
    )
  }
  if (isGoing || !content.data)
    return (
      <Doorway heading={t.opening}>
        <p role="status">{t.wait}</p>
      </Doorway>
    )
  return (
    <Doorway heading={t.heading} sentence={t.sentence}>
      <dl class="hand-over">
        <dt>{t.what}</dt>
        <dd>{content.data.draft.name}</dd>
        <dt>{t.where}</dt>
        <dd>
          {origin.replace(/^https?:\/\//, '')} <span>{where}</span>
        </dd>
        <dt>{t.who}</dt>
        <dd>{me.value!.user.name}</dd>
      </dl>
      <Button kind="primary" onClick={go}>
        {t.go}
      </Button>
      <Button kind="quiet" href={`/contents/${experience}`}>
        {t.no}
      </Button>
    </Doorway>
  )
}

function Refused({ words, installation }: { words: string; installation?: boolean }) {
  const { authoring: t } = texts()
  return (
    <Doorway heading={t.refused} sentence={words}>
      {installation && <Button href="/installation">{t.installation}</Button>}
      <Button href="/contents">{t.contents}</Button>
    </Doorway>
  )
}
