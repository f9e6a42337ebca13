import { useState } from 'preact/hooks'
import type { Milestone } from '#contract/milestone'
import type { LadderRung } from '#contract/report'
import { ApiError } from '../../api/client'
import { milestones as api } from '../../api/library'
import { reports } from '../../api/reports'
import { ONLY_COUNTS } from '../../charts/series'
import { number, percent } from '../../format'
import { texts } from '../../locales'
import { useResource } from '../../resource'
import { environment, may } from '../../session'
import { homePage } from '../../shell/menu'
import { Bar } from '../../ui/bar'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Empty, Failure, failureWords, PageHead, Skeleton } from '../../ui/page'
import '../../ui/list.css'
import '../../ui/table.css'
import { Tag } from '../../ui/tag'
import { toast } from '../../ui/toast'
import './milestones.css'
import { useSortable } from '../../../../sdk/src/editor/sortable'
import { moved } from './order'
import { nameOf, ruleWords } from './wording'

const YEAR_MS = 365 * 24 * 60 * 60 * 1000

/** The ladder from its foot up: what each rung needs, and how many shops stand on it or above. */
export function MilestonesPage() {
  const { milestones: t } = texts()
  const { id } = environment.value
  const ladder = useResource('milestones', api.list)
  const activation = useResource(`${id}/ladder-of-a-year`, () =>
    reports.activation(id, { from: startOfToday() - YEAR_MS }),
  )
  const [said, setSaid] = useState('')
  const sortable = useSortable<HTMLTableSectionElement>((id, to) => {
    const from = ladder.data?.findIndex((row) => row.id === id) ?? -1
    if (from >= 0) void reorder(from, to)
  })
  if (!ladder.data)
    return ladder.error ? (
      <Failure error={ladder.error} onRetry={ladder.reload} home={homePage('milestones')} />
    ) : (
      <Skeleton title={t.title} />
    )
  const rows = ladder.data
  const mayWrite = may('author')

  async function reorder(from: number, to: number) {
    const rows = ladder.data!
    const next = moved(rows, from, to)
    if (next.every((row, i) => row === rows[i])) return
    ladder.set(next)
    setSaid(t.moved(nameOf(rows[from]!), number(to + 1)))
    try {
      ladder.set(await api.order(next.map((row) => row.id)))
    } catch (error) {
      ladder.set(rows)
      toast(failureWords(error instanceof ApiError ? error.code : 'internal').title, { icon: 'warning' })
    }
  }
  const { list, dragging, grip } = sortable
  const create = mayWrite && (
    <Button kind="primary" icon="plus" href="/milestones/new">
      {t.create}
    </Button>
  )
  if (!rows.length)
    return (
      <>
        <PageHead title={t.title} />
        <Empty title={t.empty.title} steps={t.empty.steps} actions={create}>
          {t.empty.words}
        </Empty>
      </>
    )
  const rungs = activation.data?.ladder ?? []
  return (
    <>
      <PageHead title={t.title} finding={findingOf(rows, rungs)} actions={create} />
      <div class="list-tools milestones-tools">
        <h2>{t.ladder}</h2>
        {mayWrite && <span class="small quiet">{t.ladderHelp}</span>}
        <span class="unseen" role="status">
          {said}
        </span>
      </div>
      <table class="table list-table milestones-table">
        <thead>
          <tr>
            <th scope="col">{t.columns.name}</th>
            <th scope="col">{t.columns.needs}</th>
            <th scope="col">{t.columns.deadline}</th>
            <th scope="col" class="figure">
              {t.columns.weight}
            </th>
            <th scope="col" class="figure">
              {t.columns.reached}
            </th>
          </tr>
        </thead>
        <tbody ref={list}>
          {rows.map((row, i) => (
            <tr
              key={row.id}
              data-part={row.id}
              class={
                dragging?.gap === i
                  ? 'milestones-before'
                  : dragging?.gap === rows.length && i === rows.length - 1
                    ? 'milestones-after'
                    : undefined
              }
            >
              <td>
                <span class="milestones-name">
                  {mayWrite && (
                    <button
                      type="button"
                      class="milestones-grip"
                      aria-label={t.reorder(nameOf(row))}
                      title={t.ladderHelp}
                      {...grip(row.id)}
                      onKeyDown={(event) => {
                        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
                        if (by === undefined) return
                        event.preventDefault()
                        reorder(i, i + by)
                      }}
                    >
                      <Icon name="grip" />
                    </button>
                  )}
                  <span class="milestones-place">{number(i + 1)}</span>
                  <a class="row-name" href={`/milestones/${row.id}`}>
                    {nameOf(row)}
                  </a>
                  <Flag flag={row.flag} />
                </span>
              </td>
              <td class="milestones-needs">{ruleWords(row, rows)}</td>
              <td class="milestones-deadline">
                {row.deadlineDays ? (
                  t.days(number(row.deadlineDays), row.deadlineDays === 1)
                ) : (
                  <span class="quiet">{t.noDeadline}</span>
                )}
              </td>
              <td class="figure milestones-weight">{number(row.weight)}</td>
              <td class="figure">
                <Reached rung={rungs.find(({ key }) => key === row.key)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="table-foot">
        <span />
        <span class="table-note">{t.footer}</span>
      </p>
    </>
  )
}

/** The same moment all day, so that the answer of a minute ago is still the answer. */
const startOfToday = () => new Date().setHours(0, 0, 0, 0)

export function Flag({ flag }: { flag: Milestone['flag'] }) {
  if (flag === 'none') return null
  return <Tag tone="accent">{texts().milestones.flags[flag]}</Tag>
}

function Reached({ rung }: { rung: LadderRung | undefined }) {
  const { milestones: t } = texts()
  if (!rung) return <span class="quiet">—</span>
  const share = rung.total ? rung.reached / rung.total : 0
  return (
    <span class="milestones-reached">
      {rung.total < ONLY_COUNTS
        ? t.reachedOf(number(rung.reached), number(rung.total))
        : `${number(rung.reached)} · ${percent(share, 0)}`}
      <Bar share={share} />
    </span>
  )
}

function findingOf(rows: Milestone[], rungs: LadderRung[]): string {
  const { finding } = texts().milestones
  const value = rows.find(({ flag }) => flag === 'firstValue')
  if (!value) return finding.noValue(number(rows.length))
  const rung = rungs.find(({ key }) => key === value.key)
  if (!rung) return finding.plain(number(rows.length))
  return finding.value(nameOf(value), number(rung.reached), number(rung.total))
}
