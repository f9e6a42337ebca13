import type { Condition } from '#contract/condition'
import { counted } from '../../format'
import { texts } from '../../locales'
import { Bar } from '../../ui/bar'
import { IconButton } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Menu, type MenuItem } from '../../ui/menu'
import { ChipPopover } from './chip-popover'
import './condition-builder.css'
import type { Known } from './known'
import { freshRule, type Mode, offers, typedOffers } from './offers'
import { Picker } from './picker'
import { RuleLine } from './rule-line'
import * as tree from './tree'

export interface ConditionBuilderProps {
  /** Which rules may be added. Rules that stand there already are shown whatever they are. */
  mode: Mode
  value: Condition
  onChange: (condition: Condition) => void
  known: Known
  /** How many are left after each line of the outer group, and of how many: drawn beside the lines. */
  after?: number[]
  total?: number
  /** Those figures are estimates, from so many people. */
  estimatedFrom?: number
  disabled?: boolean
  /** What the rules are for, to whoever cannot see where they stand. */
  label?: string
}

/** Rules as sentences. Every change is a new condition; the old one is never touched. */
export function ConditionBuilder({
  label,
  mode,
  value,
  onChange,
  known,
  after,
  total,
  estimatedFrom,
  disabled,
}: ConditionBuilderProps) {
  const { condition } = texts()
  return (
    <section class="condition-builder" aria-label={label}>
      {tree.isEmpty(value) && <p class="rule-none">{condition.leaveEmpty}</p>}
      <Lines root={value} path={[]} {...{ mode, onChange, known, after, total, estimatedFrom, disabled }} />
    </section>
  )
}

interface LinesProps extends Omit<ConditionBuilderProps, 'value'> {
  root: Condition
  path: tree.Path
}

function Lines({ root, path, ...rest }: LinesProps) {
  const group = tree.asGroup(path.length ? tree.ruleAt(root, path)! : root)
  const { mode, known, onChange, disabled } = rest
  return (
    <ul class={path.length ? 'rule-group' : 'rule-lines'}>
      {tree.partsOf(group).map((_, i) => (
        // Lines have no identity but their order; a key by content would lose the focus with every letter.
        <Line key={String(i)} root={root} path={[...path, i]} group={group} {...rest} />
      ))}
      {!disabled && (
        <li class="rule-adds">
          <AddRule
            {...{ mode, known }}
            words={path.length ? texts().condition.addToGroup : texts().condition.addRule}
            onAdd={(rule) => onChange(tree.add(root, path, rule))}
          />
          {path.length === 0 && (
            <AddRule
              {...{ mode, known }}
              icon="group"
              words={texts().condition.addGroup}
              onAdd={(rule) =>
                onChange(
                  tree.add(root, path, tree.joinOf(group) === 'all' ? { any: [rule] } : { all: [rule] }),
                )
              }
            />
          )}
        </li>
      )}
    </ul>
  )
}

interface AddRuleProps {
  mode: Mode
  known: Known
  words: string
  icon?: 'plus' | 'group'
  onAdd: (rule: Condition) => void
}

function AddRule({ mode, known, words, icon = 'plus', onAdd }: AddRuleProps) {
  return (
    <ChipPopover look="add" icon={icon} label={words} words={words}>
      {(close) => (
        <Picker
          label={words}
          placeholder={texts().condition.find}
          choices={offers(mode, known)}
          chosen={[]}
          typed={(name) => typedOffers(mode, name)}
          onPick={(choice) => {
            onAdd(freshRule(choice, known))
            close()
          }}
        />
      )}
    </ChipPopover>
  )
}

interface LineProps extends LinesProps {
  /** The group it stands in. */
  group: tree.Group
}

function Line({ group, ...props }: LineProps) {
  const { root, path, known, onChange, after, total, estimatedFrom, disabled } = props
  const index = path.at(-1)!
  const part = tree.partsOf(group)[index]!
  const { negated, inner } = tree.unwrap(part)
  const left = path.length === 1 ? after?.[index] : undefined
  const nested = tree.isGroup(inner)
  return (
    <li class={`rule-line${nested ? ' rule-line-group' : ''}`}>
      <Joint {...{ root, path, group, negated, onChange, disabled }} />
      <div class="rule-words">
        {nested ? (
          <Lines {...props} after={undefined} />
        ) : (
          <RuleLine
            rule={inner}
            known={known}
            disabled={disabled}
            onChange={(rule) => onChange(tree.replace(root, path, rule))}
          />
        )}
      </div>
      {!disabled && <LineActions {...{ root, path, group, negated, onChange }} />}
      {left !== undefined && total !== undefined && (
        <span class="rule-left">
          <b>{counted(left, { estimatedFrom })}</b>
          <Bar share={total ? left / total : 0} />
        </span>
      )}
    </li>
  )
}

interface ActsProps {
  root: Condition
  path: tree.Path
  group: tree.Group
  negated: boolean
  onChange: (condition: Condition) => void
  disabled?: boolean
}

/** E, OU, E NÃO: how a line joins those above it. */
function Joint({ root, path, group, negated, onChange, disabled }: ActsProps) {
  const { condition } = texts()
  const join = tree.joinOf(group)
  const first = path.at(-1) === 0
  const words = [first ? '' : condition.join[join], negated ? condition.no : ''].filter(Boolean).join(' ')
  const look = `rule-joint${negated ? ' rule-joint-not' : ''}`
  if (disabled) return <span class={words ? look : 'rule-joint rule-joint-none'}>{words}</span>
  const items: MenuItem[] = [
    ...(['all', 'any'] as const).map((value) => ({
      value,
      label: condition.joinWith[value],
      checked: join === value,
      run: () => onChange(tree.setJoin(root, path.slice(0, -1), value)),
    })),
    'line',
    {
      value: 'not',
      label: negated ? condition.affirm : condition.negate,
      run: () => onChange(tree.negate(root, path)),
    },
  ]
  return (
    <Menu
      items={items}
      align="start"
      label={`${condition.joinHelp}${words ? `: ${words}` : ''}`}
      className={words ? look : 'rule-joint rule-joint-none'}
    >
      {words || <Icon name="more" size={14} />}
    </Menu>
  )
}

function LineActions({ root, path, group, negated, onChange }: ActsProps) {
  const { condition, common } = texts()
  const index = path.at(-1)!
  const parts = tree.partsOf(group)
  const act = (
    value: string,
    label: string,
    icon: Exclude<MenuItem, string | { heading: string }>['icon'],
    next: () => Condition,
  ) => ({
    value,
    label,
    icon,
    run: () => onChange(next()),
  })
  const items: MenuItem[] = [
    act('not', negated ? condition.affirm : condition.negate, 'out', () => tree.negate(root, path)),
    act('duplicate', common.duplicate, 'copy', () => tree.duplicate(root, path)),
    ...(index > 0 ? [act('up', condition.moveUp, 'up', () => tree.move(root, path, -1))] : []),
    ...(index < parts.length - 1
      ? [act('down', condition.moveDown, 'down', () => tree.move(root, path, 1))]
      : []),
    ...(path.length < 4 ? [act('enclose', condition.enclose, 'group', () => tree.enclose(root, path))] : []),
    ...(tree.canDissolve(group, parts[index]!)
      ? [act('dissolve', condition.dissolve, 'branch', () => tree.dissolve(root, path))]
      : []),
  ]
  return (
    <span class="rule-acts">
      <Menu items={items} label={condition.lineMenu} />
      <IconButton
        icon="close"
        label={condition.removeLine}
        onClick={() => onChange(tree.remove(root, path))}
      />
    </span>
  )
}
