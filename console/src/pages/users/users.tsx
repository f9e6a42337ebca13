import type { UserRow } from '#contract/people'
import { users } from '../../api/people'
import { date, moment, number } from '../../format'
import { texts } from '../../locales'
import { environment } from '../../session'
import { initials } from '../../shell/initials'
import { homePage } from '../../shell/menu'
import { Failure, PageHead, Skeleton } from '../../ui/page'
import { Status } from '../../ui/tag'
import '../../ui/list.css'
import '../../ui/table.css'
import { Nobody } from '../accounts/accounts'
import '../accounts/accounts.css'
import { More } from '../accounts/more'
import { usePages } from '../accounts/pages'
import { PeopleTabs, SearchField, useSearch } from '../accounts/tools'
import { TraitsLine } from '../accounts/traits-line'
import './users.css'

const PAGE = 40

export function UsersPage() {
  const { people: t } = texts()
  const { id } = environment.value
  const { typed, setTyped, query } = useSearch()
  const list = usePages(`${id}?${query}`, (cursor) => users.list(id, { search: query, cursor, limit: PAGE }))
  if (list.total === undefined)
    return list.error ? (
      <Failure error={list.error} onRetry={list.retry} home={homePage('accounts')} />
    ) : (
      <Skeleton rows={8} title={t.title} />
    )
  if (!list.total && !query)
    return (
      <>
        <PageHead title={t.title} />
        <Nobody />
      </>
    )
  const total = number(list.total)
  return (
    <>
      <PageHead
        title={t.title}
        finding={query ? t.finding.found(total, query) : t.finding.people(total, list.total === 1)}
      />
      <PeopleTabs current="users" />
      <SearchField value={typed} onInput={setTyped} />
      {list.items.length === 0 ? (
        <p class="list-none">{t.none(query)}</p>
      ) : (
        <table class="table list-table users-table">
          <thead>
            <tr>
              <th scope="col">{t.columns.person}</th>
              <th scope="col">{t.columns.shop}</th>
              <th scope="col">{t.columns.traits}</th>
              <th scope="col">{t.columns.identity}</th>
              <th scope="col">{t.columns.firstSeen}</th>
              <th scope="col">{t.columns.lastSeen}</th>
            </tr>
          </thead>
          <tbody>
            {list.items.map((user) => (
              <Row key={user.id} user={user} />
            ))}
          </tbody>
        </table>
      )}
      <More list={list} />
      <p class="table-foot">
        <span>{t.shownOf(number(list.items.length), total)}</span>
        <span class="table-note">{t.footer}</span>
      </p>
    </>
  )
}

function Row({ user: { id, name, traits, account, firstSeenAt, lastSeenAt, verified } }: { user: UserRow }) {
  const { people: t } = texts()
  return (
    <tr>
      <td>
        <span class="person">
          <span class="person-initials" aria-hidden="true">
            {initials(name)}
          </span>
          <span>
            <a class="row-name" href={`/users/${encodeURIComponent(id)}`}>
              {name}
            </a>
            <span class="person-note">{id}</span>
          </span>
        </span>
      </td>
      <td class="users-shop">
        {account ? (
          <a href={`/accounts/${encodeURIComponent(account.id)}`}>{account.name}</a>
        ) : (
          <span class="quiet">{t.noShop}</span>
        )}
      </td>
      <td class="users-traits">
        <TraitsLine traits={traits} but={name} most={3} />
      </td>
      <td class="users-identity">
        <Status state={verified ? 'ok' : 'attention'}>{verified ? t.signed : t.unsigned}</Status>
      </td>
      <td class="users-since">{date(firstSeenAt)}</td>
      <td class="users-seen">{moment(lastSeenAt)}</td>
    </tr>
  )
}
