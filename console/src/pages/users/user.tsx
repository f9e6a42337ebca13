import { useRoute } from 'preact-iso'
import { users } from '../../api/people'
import { date, moment, number } from '../../format'
import { texts } from '../../locales'
import { useResource } from '../../resource'
import { environment } from '../../session'
import { homePage } from '../../shell/menu'
import { Icon } from '../../ui/icon'
import { Failure, PageHead, Skeleton } from '../../ui/page'
import { Status } from '../../ui/tag'
import '../accounts/account.css'
import '../accounts/accounts.css'
import { NowList } from '../accounts/now-list'
import { PastList } from '../accounts/past-list'
import { Timeline } from '../accounts/timeline'
import { pastMarks } from '../accounts/timeline-words'
import { TraitsList } from '../accounts/traits-line'

/** One person: at which shop, what they went through, and what happened. */
export function UserPage() {
  const { people: t } = texts()
  const id = decodeURIComponent(useRoute().params.id!)
  const env = environment.value.id
  const { data, error, reload } = useResource(`${env}/users/${id}`, () => users.find(env, id))
  if (!data)
    return error ? <Failure error={error} onRetry={reload} home={homePage('accounts')} /> : <Skeleton />
  const { experiences, account, verified, firstSeenAt, lastSeenAt } = data
  const completed = experiences.filter(({ past }) => past.completedAt !== undefined).length
  return (
    <>
      <PageHead
        title={data.name}
        place={{ label: t.title, href: '/users' }}
        beside={
          <Status
            state={verified ? 'ok' : 'attention'}
          >{`${t.columns.identity}: ${verified ? t.signed : t.unsigned}`}</Status>
        }
        finding={
          experiences.length
            ? t.personFinding.some(number(experiences.length), number(completed), experiences.length === 1)
            : t.personFinding.none
        }
      />
      <TraitsList traits={data.traits} but={data.name} />
      <div class="account-body">
        <div class="account-main">
          <Timeline
            key={`${env}/${id}`}
            of={`${env}/users/${id}`}
            load={(page) => users.timeline(env, id, page)}
            known={{ contents: pastMarks(experiences) }}
          />
        </div>
        <aside class="account-aside">
          <section>
            <h2>{t.shop}</h2>
            <ul class="aside-list">
              <li>
                <Icon name="shop" />
                {account ? (
                  <a href={`/accounts/${encodeURIComponent(account.id)}`}>{account.name}</a>
                ) : (
                  <span class="quiet">{t.noShop}</span>
                )}
              </li>
              <li>
                <Icon name="key" />
                <span>{t.code}</span>
                <span class="aside-note">{id}</span>
              </li>
              <li>
                <Icon name="calendar" />
                <span>{t.columns.firstSeen}</span>
                <span class="aside-note">{date(firstSeenAt)}</span>
              </li>
              <li>
                <Icon name="clock" />
                <span>{t.columns.lastSeen}</span>
                <span class="aside-note">{moment(lastSeenAt)}</span>
              </li>
            </ul>
          </section>
          <section>
            <h2>{t.contentsOne}</h2>
            <PastList rows={experiences} />
          </section>
          <NowList who={{ user: id }} />
        </aside>
      </div>
    </>
  )
}
