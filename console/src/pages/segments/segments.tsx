import { useState } from 'preact/hooks'
import type { Segment } from '#contract/segment'
import { segments } from '../../api/library'
import { useKnown } from '../../editors/condition-builder/known'
import { sentence } from '../../editors/condition-builder/sentence'
import { counted, moment, number } from '../../format'
import { texts } from '../../locales'
import { useResource } from '../../resource'
import { holds } from '../../search'
import { environment, may } from '../../session'
import { homePage } from '../../shell/menu'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Empty, Failure, PageHead, Skeleton } from '../../ui/page'
import '../../ui/list.css'
import '../../ui/table.css'
import './segments.css'
import { UsedBy } from './used-by'

export function SegmentsPage() {
  const { segments: t } = texts()
  const [query, setQuery] = useState('')
  const { data, error, reload } = useResource('segments', segments.list)
  if (!data)
    return error ? (
      <Failure error={error} onRetry={reload} home={homePage('segments')} />
    ) : (
      <Skeleton title={t.title} />
    )
  const create = may('author') && (
    <Button kind="primary" icon="plus" href="/segments/new">
      {t.create}
    </Button>
  )
  if (!data.length)
    return (
      <>
        <PageHead title={t.title} />
        <Empty title={t.empty.title} steps={t.empty.steps} actions={create}>
          {t.empty.words}
        </Empty>
      </>
    )
  const used = data.filter(({ usedBy }) => usedBy.length > 0).length
  const shown = data.filter(({ name }) => holds(name, query))
  return (
    <>
      <PageHead
        title={t.title}
        finding={t.finding.some(number(data.length), number(used), data.length === 1)}
        actions={create}
      />
      <div class="list-tools">
        <TextField
          label={t.filter}
          hideLabel
          placeholder={t.filter}
          icon="search"
          type="search"
          value={query}
          onInput={setQuery}
        />
      </div>
      <table class="table list-table segments-table">
        <thead>
          <tr>
            <th scope="col">{t.columns.name}</th>
            <th scope="col">{t.columns.rule}</th>
            <th scope="col" class="figure">
              {t.columns.shops}
            </th>
            <th scope="col" class="figure">
              {t.columns.people}
            </th>
            <th scope="col">{t.columns.usedBy}</th>
            <th scope="col">{t.columns.changed}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((segment) => (
            <Row key={segment.id} segment={segment} />
          ))}
        </tbody>
      </table>
      <p class="table-foot">
        <span>{t.shown(number(shown.length), number(data.length))}</span>
        <span class="table-note">{t.footer}</span>
      </p>
    </>
  )
}

function Row({ segment }: { segment: Segment }) {
  const { common } = texts()
  const known = useKnown()
  const { id } = environment.value
  const { data: now } = useResource(`${id}/segments/${segment.id}@${segment.updatedAt}`, () =>
    segments.preview(id, segment.condition),
  )
  const rule = sentence(segment.condition, known)
  return (
    <tr>
      <td>
        <a class="row-name" href={`/segments/${segment.id}`}>
          {segment.name}
        </a>
      </td>
      <td class="segments-rule" title={rule}>
        {rule}
      </td>
      <td class="figure" data-label={common.shops('', now?.accounts.matched === 1).trim()}>
        {now ? counted(now.accounts.matched, now) : '…'}
      </td>
      <td class="figure" data-label={common.people('', now?.users.matched === 1).trim()}>
        {now ? counted(now.users.matched, now) : '…'}
      </td>
      <td class="segments-used">
        <UsedBy names={segment.usedBy.map(({ name }) => name)} />
      </td>
      <td class="segments-changed">{moment(segment.updatedAt)}</td>
    </tr>
  )
}
