import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import type { Milestone } from '#contract/milestone'
import type { ActivationReport } from '#contract/report'
import { useKnown } from '../../editors/condition-builder/known'
import { spoken } from '../../editors/condition-builder/spoken'
import { number } from '../../format'
import { texts } from '../../locales'
import '../../ui/chip.css'
import { Icon } from '../../ui/icon'
import { Menu, type MenuItem } from '../../ui/menu'
import { nameOf } from '../milestones/wording'

export const PERIODS = [30, 90, 180, 365]

interface QuestionProps {
  report: ActivationReport
  ladder: Milestone[]
  by: string | undefined
  days: number
  /** At the right: how the picture is read. */
  children?: ComponentChildren
}

/** From what to what, compared by what, in which period: each a chip that changes the address. */
export function Question({ report, ladder, by, days, children }: QuestionProps) {
  const { activation: t } = texts()
  const { route, query } = useLocation()
  const { vocabulary } = useKnown()
  const ask = (part: Record<string, string>) => {
    const next = Object.entries({ ...query, ...part }).filter(([, value]) => value !== '')
    route(next.length ? `/activation?${new URLSearchParams(next)}` : '/activation', true)
  }
  const named = (key: string) => {
    const milestone = ladder.find((one) => one.key === key)
    return milestone ? nameOf(milestone) : spoken(key)
  }
  const each = (part: 'clock' | 'value'): MenuItem[] =>
    ladder.map((milestone) => ({
      value: `${part}:${milestone.key}`,
      label: nameOf(milestone),
      checked: report[part] === milestone.key,
      disabled: milestone.key === report[part === 'clock' ? 'value' : 'clock'],
      run: () => ask({ [part]: milestone.key }),
    }))
  const comparisons: MenuItem[] = [
    { heading: t.compareHeading },
    { value: '', label: t.noCompare, checked: !by, run: () => ask({ by: '' }) },
    { value: 'cohort', label: t.cohort, checked: by === 'cohort', run: () => ask({ by: 'cohort' }) },
    'line',
    ...vocabulary.accountTraits.map(({ name }) => ({
      value: `by:${name}`,
      label: spoken(name),
      checked: by === name,
      run: () => ask({ by: name }),
    })),
  ]
  return (
    <div class="activation-question">
      <ChipMenu
        label={t.chooseClock}
        chosen
        items={[
          { heading: t.clockHeading },
          ...each('clock'),
          'line',
          { heading: t.valueHeading },
          ...each('value'),
        ]}
      >
        <Icon name="timer" size={14} />
        <span>
          {t.from} <b>{named(report.clock)}</b> {t.to} <b>{named(report.value)}</b>
        </span>
      </ChipMenu>
      <ChipMenu label={t.compareHeading} items={comparisons}>
        <Icon name="users" size={14} />
        <span>
          {t.compare}:{' '}
          <b>{!by ? t.noCompare : `${by === 'cohort' ? t.cohort : spoken(by)}, ${t.observational}`}</b>
        </span>
      </ChipMenu>
      <ChipMenu
        label={t.periodHeading}
        items={[
          { heading: t.periodHeading },
          ...PERIODS.map((period) => ({
            value: String(period),
            label: t.periodDays(number(period)),
            checked: period === days,
            run: () => ask({ days: String(period) }),
          })),
        ]}
      >
        <Icon name="calendar" size={14} />
        <span>{t.period(number(days))}</span>
      </ChipMenu>
      <span class="activation-reading">{children}</span>
    </div>
  )
}

interface ChipMenuProps {
  label: string
  items: MenuItem[]
  chosen?: boolean
  children: ComponentChildren
}

const ChipMenu = ({ label, items, chosen, children }: ChipMenuProps) => (
  <Menu
    namedByContent
    items={items}
    label={label}
    align="start"
    className={`chip chip-menu${chosen ? ' chip-chosen' : ''}`}
  >
    {children}
  </Menu>
)
