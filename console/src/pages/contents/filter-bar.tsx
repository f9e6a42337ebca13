import { number } from '../../format'
import { texts } from '../../locales'
import { Chip } from '../../ui/chip'
import { TextField } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { Menu } from '../../ui/menu'
import { Tabs } from '../../ui/tabs'
import type { Filter } from './rows'

const PERIODS = [7, 28, 90]
const STATUSES = ['all', 'published', 'draft', 'alert'] as const
const SORTS = ['updated', 'reach', 'name'] as const

interface FilterBarProps {
  filter: Filter
  onFilter: (filter: Filter) => void
  days: number
  onDays: (days: number) => void
  counts: Record<'all' | 'tour' | 'checklist' | 'alert', number>
}

/** Tabs and one row of filters; on a phone only chips that scroll sideways. */
export function FilterBar({ filter, onFilter, days, onDays, counts }: FilterBarProps) {
  const { contents: t, common } = texts()
  const kinds = ['all', 'tour', 'checklist'] as const
  const nameOf = (kind: (typeof kinds)[number]) => (kind === 'all' ? common.all : t.kinds[kind])
  return (
    <>
      <div class="contents-tabs">
        <Tabs
          label={t.tabs}
          current={filter.kind}
          items={kinds.map((value) => ({ value, label: nameOf(value), count: counts[value] }))}
          onSelect={(kind) => onFilter({ ...filter, kind })}
        />
      </div>
      <div class="contents-filters">
        <TextField
          label={t.filterName}
          hideLabel
          type="search"
          icon="search"
          placeholder={t.filterName}
          value={filter.name}
          onInput={(name) => onFilter({ ...filter, name })}
        />
        <Menu
          namedByContent
          className={`chip ${filter.status === 'all' ? 'chip-set' : 'chip-chosen'}`}
          align="start"
          label={t.status}
          items={STATUSES.map((status) => ({
            value: status,
            label: t.statuses[status],
            checked: status === filter.status,
            run: () => onFilter({ ...filter, status }),
          }))}
        >
          <span>
            {t.status}: <b>{t.statuses[filter.status]}</b>
          </span>
          <Icon name="chevron-down" size={14} />
        </Menu>
        <span class="contents-space" />
        <Menu
          namedByContent
          className="chip chip-set"
          label={t.period}
          items={PERIODS.map((period) => ({
            value: String(period),
            label: t.lastDays(number(period)),
            checked: period === days,
            run: () => onDays(period),
          }))}
        >
          <Icon name="calendar" size={14} />
          <span>{t.lastDays(number(days))}</span>
        </Menu>
        <Menu
          namedByContent
          className="chip chip-set"
          label={t.sort}
          items={SORTS.map((sort) => ({
            value: sort,
            label: t.sorts[sort],
            checked: sort === filter.sort,
            run: () => onFilter({ ...filter, sort }),
          }))}
        >
          <Icon name="down" size={14} />
          <span class="unseen">{t.sort}: </span>
          <span>{t.sorts[filter.sort]}</span>
        </Menu>
      </div>
      <div class="contents-chips">
        {kinds.map((kind) => {
          const on = filter.kind === kind && filter.status !== 'alert'
          return (
            <Chip
              key={kind}
              tone={on ? 'chosen' : 'set'}
              pressed={on}
              count={number(counts[kind])}
              onClick={() => onFilter({ ...filter, kind, status: 'all' })}
            >
              {nameOf(kind)}
            </Chip>
          )
        })}
        <Chip
          tone={filter.status === 'alert' ? 'chosen' : 'set'}
          pressed={filter.status === 'alert'}
          count={number(counts.alert)}
          onClick={() => onFilter({ ...filter, kind: 'all', status: 'alert' })}
        >
          {t.withAlert}
        </Chip>
      </div>
    </>
  )
}
