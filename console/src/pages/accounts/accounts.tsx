import type { AccountRow } from '#contract/people'
import { accounts } from '../../api/people'
import { date, moment, number } from '../../format'
import { texts } from '../../locales'
import { environment } from '../../session'
import { homePage } from '../../shell/menu'
import { Bar } from '../../ui/bar'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Empty, Failure, PageHead, Skeleton } from '../../ui/page'
import '../../ui/list.css'
import '../../ui/table.css'
import './accounts.css'
import { More } from './more'
import { usePages } from './pages'
import { PeopleTabs, SearchField, useSearch } from './tools'
import { TraitsLine } from './traits-line'

const PAGE = 40

export function AccountsPage() {
  const { people: t } = texts()
  const { id } = environment.value
  const { typed, setTyped, query } = useSearch()
  const list = usePages(`${id}?${query}`, (cursor) =>
    accounts.list(id, { search: query, cursor, limit: PAGE }),
  )
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
  return (
    <>
      <PageHead title={t.title} finding={findingOf(list.items, list.total, query)} />
      <PeopleTabs current="accounts" />
      <SearchField value={typed} onInput={setTyped} />
      {list.items.length === 0 ? (
        <p class="list-none">{t.none(query)}</p>
      ) : (
        <table class="table list-table accounts-table">
          <thead>
            <tr>
              <th scope="col">{t.columns.shop}</th>
              <th scope="col">{t.columns.traits}</th>
              <th scope="col">{t.columns.milestones}</th>
              <th scope="col">{t.columns.firstValue}</th>
              <th scope="col" class="figure">
                {t.columns.people}
              </th>
              <th scope="col">{t.columns.lastSeen}</th>
            </tr>
          </thead>
          <tbody>
            {list.items.map((account) => (
              <Row key={account.id} account={account} />
            ))}
          </tbody>
        </table>
      )}
      <More list={list} />
      <p class="table-foot">
        <span>{t.shownOf(number(list.items.length), number(list.total))}</span>
        <span class="table-note">{t.footer}</span>
      </p>
    </>
  )
}

function Row({
  account: { id, name, traits, users, lastSeenAt, milestones, firstValueAt },
}: {
  account: AccountRow
}) {
  const { people: t } = texts()
  const { reached, total } = milestones
  return (
    <tr>
      <td>
        <span class="person">
          <span class="tile">
            <Icon name="shop" />
          </span>
          <span>
            <a class="row-name" href={`/accounts/${encodeURIComponent(id)}`}>
              {name}
            </a>
            <span class="person-note">{id}</span>
          </span>
        </span>
      </td>
      <td class="accounts-traits">
        <TraitsLine traits={traits} but={name} most={3} />
      </td>
      <td class="accounts-milestones">
        <Bar share={total ? reached / total : 0} /> {t.of(number(reached), number(total))}
      </td>
      <td class="accounts-value">
        {firstValueAt === null ? <span class="quiet">{t.notYet}</span> : date(firstValueAt)}
      </td>
      <td class="figure accounts-users">{number(users)}</td>
      <td class="accounts-seen">{moment(lastSeenAt)}</td>
    </tr>
  )
}

function findingOf(items: AccountRow[], total: number, query: string): string {
  const { finding } = texts().people
  if (query) return finding.found(number(total), query)
  const there = items.filter(({ firstValueAt }) => firstValueAt !== null).length
  return `${finding.shops(number(total), total === 1)}${finding.value(number(there), number(items.length))}`
}

export function Nobody() {
  const { people: t } = texts()
  return (
    <Empty
      title={t.empty.title}
      steps={t.empty.steps}
      actions={
        <Button kind="primary" href="/installation">
          {t.empty.action}
        </Button>
      }
    >
      {t.empty.words}
    </Empty>
  )
}
