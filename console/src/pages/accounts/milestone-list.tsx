import type { Milestone } from '#contract/milestone'
import type { MilestoneState } from '#contract/people'
import { date } from '../../format'
import { texts } from '../../locales'
import { Icon, type IconName } from '../../ui/icon'
import { Shape } from '../../ui/tag'
import { Flag } from '../milestones/milestones'
import { nameOf } from '../milestones/wording'

interface MilestoneListProps {
  states: MilestoneState[]
  ladder: Milestone[]
}

const icons: Record<MilestoneState['state'], IconName> = {
  reached: 'done',
  late: 'done',
  open: 'open',
  overdue: 'open',
  lost: 'out',
}

/** A shop's ladder from its foot up, with the day of each rung or what is still missing. */
export function MilestoneList({ states, ladder }: MilestoneListProps) {
  const { people: t } = texts()
  if (!states.length) return <p class="quiet aside-none">{t.milestonesNone}</p>
  return (
    <ol class="aside-list milestone-states">
      {states.map((state) => {
        const milestone = ladder.find(({ key }) => key === state.key)
        return (
          <li key={state.key} class={`milestone-${state.state}`}>
            <Icon name={icons[state.state]} />
            <span>
              {milestone ? nameOf(milestone) : state.key} {milestone && <Flag flag={milestone.flag} />}
            </span>
            <span class="aside-note">
              {state.state === 'overdue' && <Shape state="attention" />} {stateWords(state)}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** The day it was reached, or what is still open about it. */
export function stateWords({ state, reachedAt, dueAt }: MilestoneState): string {
  const { people: t } = texts()
  if (reachedAt !== null) return state === 'late' ? t.lateAt(date(reachedAt)) : date(reachedAt)
  if (state === 'lost') return t.state.lost
  if (dueAt === undefined) return t.state.openFree
  return state === 'overdue' ? t.state.overdue(date(dueAt)) : t.state.open(date(dueAt))
}
