import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { Milestone } from '#contract/milestone'
import type { AccountDetail, UserRow } from '#contract/people'
import { milestones } from '../../api/library'
import { accounts } from '../../api/people'
import type { Mark } from '../../charts/swimlanes'
import { shortDays } from '../../charts/words'
import { moment, number } from '../../format'
import { texts } from '../../locales'
import { useResource } from '../../resource'
import { environment } from '../../session'
import { initials } from '../../shell/initials'
import { homePage } from '../../shell/menu'
import { Failure, PageHead, Skeleton } from '../../ui/page'
import { Tabs } from '../../ui/tabs'
import { nameOf } from '../milestones/wording'
import './account.css'
import './accounts.css'
import { findingOf } from './finding'
import { MilestoneList } from './milestone-list'
import { NowList } from './now-list'
import { PastList } from './past-list'
import { Timeline } from './timeline'
import { pastMarks } from './timeline-words'
import { TraitsList } from './traits-line'

const DAY_MS = 24 * 60 * 60 * 1000

/** One shop: who, how far, and what happened. */
export function AccountPage() {
  const { people: t } = texts()
  const id = decodeURIComponent(useRoute().params.id!)
  const env = environment.value.id
  // On a phone one part at a time; elsewhere all stand beside each other.
  const [view, setView] = useState<'timeline' | 'milestones' | 'people' | 'contents'>('timeline')
  const { data, error, reload } = useResource(`${env}/accounts/${id}`, () => accounts.find(env, id))
  const ladder = useResource('milestones', milestones.list).data ?? []
  if (!data)
    return error ? <Failure error={error} onRetry={reload} home={homePage('accounts')} /> : <Skeleton />
  return (
    <>
      <PageHead
        title={data.name}
        place={{ label: t.title, href: '/accounts' }}
        finding={words(data, ladder)}
      />
      <TraitsList traits={data.traits} but={data.name} />
      <div class="account-tabs">
        <Tabs
          label={t.title}
          current={view}
          items={[
            { value: 'timeline', label: t.timeline },
            { value: 'milestones', label: t.milestones },
            { value: 'people', label: t.peopleHere, count: data.people.length },
            { value: 'contents', label: t.contents },
          ]}
          onSelect={setView}
        />
      </div>
      <div class={`account-body account-${view}`}>
        <div class="account-main">
          <Timeline
            key={`${env}/${id}`}
            of={`${env}/accounts/${id}`}
            load={(page) => accounts.timeline(env, id, page)}
            known={{ contents: pastMarks(data.experiences), milestones: milestoneMarks(data, ladder) }}
          />
        </div>
        <aside class="account-aside">
          <section class="account-of-milestones">
            <header>
              <h2>{t.milestones}</h2>
              <span class="small quiet">
                {t.of(number(data.milestones.reached), number(data.milestones.total))}
              </span>
            </header>
            <MilestoneList states={data.milestoneStates} ladder={ladder} />
          </section>
          <section class="account-of-people">
            <header>
              <h2>{t.peopleHere}</h2>
              <span class="small quiet">{activeWords(data.people)}</span>
            </header>
            <People people={data.people} />
          </section>
          <section class="account-of-contents">
            <h2>{t.contents}</h2>
            <PastList rows={data.experiences} />
          </section>
          {data.people.length > 0 && <NowList who={{ account: id }} />}
        </aside>
      </div>
    </>
  )
}

const milestoneMarks = ({ milestoneStates }: AccountDetail, ladder: Milestone[]) =>
  milestoneStates.flatMap(({ key, reachedAt }): Mark[] => {
    if (reachedAt === null) return []
    const milestone = ladder.find((one) => one.key === key)
    return [{ id: key, at: reachedAt, label: milestone ? nameOf(milestone) : key, look: 'milestone' }]
  })

const words = (account: AccountDetail, ladder: Milestone[]) =>
  findingOf(
    account,
    ladder.map((milestone) => ({ ...milestone, words: nameOf(milestone) })),
    Date.now(),
    shortDays,
  )

function activeWords(people: UserRow[]): string {
  const n = people.filter(({ lastSeenAt }) => Date.now() - lastSeenAt < 7 * DAY_MS).length
  return texts().people.active7(number(n), n === 1)
}

function People({ people }: { people: UserRow[] }) {
  const { people: t } = texts()
  if (!people.length) return <p class="quiet aside-none">{t.noPeople}</p>
  return (
    <ul class="aside-list aside-people">
      {people.map(({ id, name, traits, lastSeenAt }) => (
        <li key={id}>
          <span class="person-initials" aria-hidden="true">
            {initials(name)}
          </span>
          <span class="aside-name">
            <a href={`/users/${encodeURIComponent(id)}`}>{name}</a>
            <span class="person-note">{roleOf(traits) ?? id}</span>
          </span>
          <span class="aside-note">{moment(lastSeenAt)}</span>
        </li>
      ))}
    </ul>
  )
}

/** What a person is at her shop, by whatever name the host gives it. */
const roleOf = (traits: UserRow['traits']) => {
  const role = traits.papel ?? traits.role ?? traits.funcao
  return typeof role === 'string' ? role : undefined
}
