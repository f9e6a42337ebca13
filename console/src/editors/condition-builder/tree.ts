import type { Condition } from '#contract/condition'

/** Where a rule stands: the index in each group from the root down. The root group is `[]`. */
export type Path = readonly number[]
export type Join = 'all' | 'any'
export type Group = { all: Condition[] } | { any: Condition[] }

export const isGroup = (condition: Condition): condition is Group => 'all' in condition || 'any' in condition

export const joinOf = (group: Group): Join => ('all' in group ? 'all' : 'any')
export const partsOf = (group: Group): Condition[] => ('all' in group ? group.all : group.any)

const group = (join: Join, parts: Condition[]): Group => (join === 'all' ? { all: parts } : { any: parts })

/** What a `not` says no to; two of them cancel out. */
export function unwrap(condition: Condition): { negated: boolean; inner: Condition } {
  let negated = false
  let inner = condition
  while ('not' in inner) {
    negated = !negated
    inner = inner.not
  }
  return { negated, inner }
}

const wrap = (negated: boolean, inner: Condition): Condition => (negated ? { not: inner } : inner)

/** The condition as a group of lines: one rule alone is a group of one. */
export const asGroup = (condition: Condition): Group =>
  isGroup(condition) ? condition : { all: [condition] }

/** The rule or group at a path, without its `not`; undefined where nothing stands. */
export function ruleAt(root: Condition, path: Path): Condition | undefined {
  let here: Condition | undefined = asGroup(root)
  for (const index of path) {
    if (!here || !isGroup(here)) return undefined
    const part: Condition | undefined = partsOf(here)[index]
    here = part && unwrap(part).inner
  }
  return here
}

/** The same tree with the parts of one group changed. Everything beside the way there is kept as it is. */
function change(root: Condition, path: Path, edit: (parts: Condition[], join: Join) => Group): Group {
  const here = asGroup(root)
  const [index, ...rest] = path
  if (index === undefined) return edit(partsOf(here), joinOf(here))
  const parts = [...partsOf(here)]
  const part = parts[index]
  if (!part) return here
  const { negated, inner } = unwrap(part)
  parts[index] = wrap(negated, change(inner, rest, edit))
  return group(joinOf(here), parts)
}

/** Changes one line, `not` and all. */
const changeLine = (root: Condition, path: Path, edit: (line: Condition) => Condition) =>
  change(root, path.slice(0, -1), (parts, join) =>
    group(
      join,
      parts.map((part, index) => (index === path.at(-1) ? edit(part) : part)),
    ),
  )

/** Puts a rule in the place of another; a `not` before it stays. */
export const replace = (root: Condition, path: Path, rule: Condition) =>
  changeLine(root, path, (line) => wrap(unwrap(line).negated, rule))

export const negate = (root: Condition, path: Path) =>
  changeLine(root, path, (line) => {
    const { negated, inner } = unwrap(line)
    return wrap(!negated, inner)
  })

/** Adds a line at the end of a group. */
export const add = (root: Condition, path: Path, rule: Condition) =>
  change(root, path, (parts, join) => group(join, [...parts, rule]))

export const setJoin = (root: Condition, path: Path, join: Join) =>
  change(root, path, (parts) => group(join, parts))

/** Takes a line away, and a group with its last line. */
export function remove(root: Condition, path: Path): Group {
  const parent = path.slice(0, -1)
  const left = change(root, parent, (parts, join) =>
    group(
      join,
      parts.filter((_, index) => index !== path.at(-1)),
    ),
  )
  const emptied = parent.length > 0 && partsOf(ruleAt(left, parent) as Group).length === 0
  return emptied ? remove(left, parent) : left
}

export const duplicate = (root: Condition, path: Path) =>
  change(root, path.slice(0, -1), (parts, join) =>
    group(
      join,
      parts.flatMap((part, index) => (index === path.at(-1) ? [part, structuredClone(part)] : [part])),
    ),
  )

/** Moves a line up (−1) or down (1) within its group; at the ends it stays. */
export const move = (root: Condition, path: Path, by: -1 | 1) =>
  change(root, path.slice(0, -1), (parts, join) => {
    const from = path.at(-1)!
    const to = from + by
    if (to < 0 || to >= parts.length) return group(join, parts)
    const moved = [...parts]
    moved.splice(to, 0, ...moved.splice(from, 1))
    return group(join, moved)
  })

/** Makes a line a group of one, of the other join than where it stands: the place for "or this". */
export const enclose = (root: Condition, path: Path) =>
  change(root, path.slice(0, -1), (parts, join) =>
    group(
      join,
      parts.map((part, index) =>
        index === path.at(-1) ? group(join === 'all' ? 'any' : 'all', [part]) : part,
      ),
    ),
  )

/** Puts the lines of a group in the group's own place. */
export const dissolve = (root: Condition, path: Path) =>
  change(root, path.slice(0, -1), (parts, join) =>
    group(
      join,
      parts.flatMap((part, index) => (index === path.at(-1) && isGroup(part) ? partsOf(part) : [part])),
    ),
  )

/** Whether a group's lines would mean the same in its parent: only then may it be dissolved. */
export const canDissolve = (parent: Group, line: Condition) =>
  isGroup(line) && (joinOf(line) === joinOf(parent) || partsOf(line).length === 1)

export const isEmpty = (condition: Condition) => isGroup(condition) && partsOf(condition).length === 0
