import type { Verdict, WhyRequest } from '#contract/why'
import { why as api } from '../../api/why'
import { shortVerdict } from '../../editors/view-as/words'
import { number } from '../../format'
import { texts } from '../../locales'
import { useResource } from '../../resource'
import { environment } from '../../session'
import { failureWords } from '../../ui/page'
import { Status } from '../../ui/tag'

/** What stands published, and whether this person (or how many of this shop) would be shown it now. */
export function NowList({ who }: { who: WhyRequest['who'] }) {
  const { why: t } = texts()
  const env = environment.value.id
  const { data, error } = useResource(`${env}/now/${JSON.stringify(who)}`, () => api.ask(env, { who }))
  const contents = new Map<string, Verdict[]>()
  for (const verdict of data ?? []) {
    const { id } = verdict.experience
    contents.set(id, [...(contents.get(id) ?? []), verdict])
  }
  return (
    <section class="account-of-contents">
      <h2>{t.now}</h2>
      {error ? (
        <p class="small quiet">{failureWords(error.code).title}</p>
      ) : data && !contents.size ? (
        <p class="small quiet">{t.nothing}</p>
      ) : (
        <ul class="now-list">
          {[...contents.values()].map((verdicts) => (
            <li key={verdicts[0]!.experience.id}>
              <a class="row-name" href={`/contents/${verdicts[0]!.experience.id}`}>
                {verdicts[0]!.experience.name}
              </a>
              <Words verdicts={verdicts} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Words({ verdicts }: { verdicts: Verdict[] }) {
  const { why: t } = texts()
  const shown = verdicts.filter(({ decision }) => decision.show).length
  return (
    <Status state={shown ? 'ok' : 'none'}>
      {verdicts.length === 1
        ? shortVerdict(verdicts[0]!)
        : t.ofPeople(number(shown), number(verdicts.length))}
    </Status>
  )
}
