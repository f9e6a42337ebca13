import { type ContentDraft, freshId, type Part, partsKey, partsOf } from './draft'

type Fields = Record<string, unknown>

/** Texts in several languages: two people may write one each. */
const TEXTS = ['title', 'buttonLabel', 'detail']
/** What the contract fills in when it is left out: written or not, it says the same. */
const DEFAULTS = {
  steps: { look: 'card', placement: 'auto', missing: { waitMs: 10_000, otherwise: 'center' } },
  tasks: { weight: 1 },
  tour: { priority: 50, duringSale: false },
  checklist: { priority: 50 },
}

/**
 * Joins what two people made of the same draft. Each keeps what only she changed; where both changed the same field
 * differently, `prefer` decides and the field is named in `clashes`. A part that one removed and the other changed
 * stays. `isTheirs`: the other's has it all already. Pure.
 */
export function merge(
  base: ContentDraft,
  mine: ContentDraft,
  theirs: ContentDraft,
  prefer: 'mine' | 'theirs',
): { draft: ContentDraft; clashes: string[]; isTheirs: boolean } {
  const clashes: string[] = []
  const key = partsKey(mine)

  function pick(was: unknown, my: unknown, their: unknown, path: string): unknown {
    if (same(my, their) || same(their, was)) return my
    if (same(my, was)) return their
    if (TEXTS.includes(path.split('.').pop()!) && [was, my, their].every(isFields))
      return fields(was as Fields, my as Fields, their as Fields, path)
    clashes.push(path)
    return prefer === 'mine' ? my : their
  }

  function fields(was: Fields, my: Fields, their: Fields, path = '', skip = ''): Fields {
    const out: Fields = {}
    for (const name of new Set([...Object.keys(my), ...Object.keys(their)])) {
      if (name === skip) continue
      const value = pick(was[name], my[name], their[name], path ? `${path}.${name}` : name)
      if (value !== undefined) out[name] = value
    }
    return out
  }

  const [were, ours, others] = [base, renamed(base, mine, theirs), theirs].map(
    (draft) => new Map(partsOf(draft).map((part) => [part.id, filled(part, key)])),
  ) as [Parts, Parts, Parts]

  const kept = new Map<string, Part>()
  for (const id of new Set([...ours.keys(), ...others.keys()])) {
    const [was, my, their] = [were.get(id), ours.get(id), others.get(id)]
    if (my && their) kept.set(id, fields((was ?? {}) as Fields, my as Fields, their as Fields, id) as Part)
    else if (!was) kept.set(id, (my ?? their)!)
    else if (!same(was, my ?? their)) {
      clashes.push(id)
      kept.set(id, (my ?? their)!)
    }
  }

  const order = join([...were.keys()], [...ours.keys()], [...others.keys()])
  const top = fields(
    { ...DEFAULTS[base.kind], ...base },
    { ...DEFAULTS[mine.kind], ...mine },
    { ...DEFAULTS[theirs.kind], ...theirs },
    '',
    key,
  )
  const draft = { ...top, [key]: order.filter((id) => kept.has(id)).map((id) => kept.get(id)!) }
  const their = { ...DEFAULTS[theirs.kind], ...theirs, [key]: [...others.values()] }
  return { draft: draft as unknown as ContentDraft, clashes, isTheirs: same(draft, their) }

  /** One order of all parts: hers who moved any, with the other's new ones behind what they came after. */
  function join(before: string[], my: string[], their: string[]): string[] {
    const common = before.filter((id) => my.includes(id) && their.includes(id))
    const moved = (now: string[]) =>
      !same(
        now.filter((id) => common.includes(id)),
        common,
      )
    const both = moved(my) && moved(their)
    const agree = same(
      my.filter((id) => common.includes(id)),
      their.filter((id) => common.includes(id)),
    )
    if (both && !agree) clashes.push('order')
    const lead = moved(their) && (!moved(my) || prefer === 'theirs') ? their : my
    const follow = lead === my ? their : my
    const result = [...lead]
    follow.forEach((id, index) => {
      if (result.includes(id)) return
      const after = result.indexOf(follow[index - 1] ?? '')
      result.splice(after + 1, 0, id)
    })
    return result
  }
}

type Parts = Map<string, Part>

const filled = (part: Part, key: 'steps' | 'tasks') => ({ ...DEFAULTS[key], ...part }) as Part

/** Two who each add a step give it the same next number: mine takes another one. */
function renamed(base: ContentDraft, mine: ContentDraft, theirs: ContentDraft): ContentDraft {
  const were = new Set(partsOf(base).map(({ id }) => id))
  const taken = new Map(partsOf(theirs).map((part) => [part.id, part]))
  const key = partsKey(mine)
  const all = { ...theirs, [key]: [...partsOf(theirs), ...partsOf(mine)] } as ContentDraft
  const parts = partsOf(mine).map((part) => {
    const their = taken.get(part.id)
    const isAnother = their && !were.has(part.id) && !same(filled(their, key), filled(part, key))
    return isAnother ? { ...part, id: freshId(all) } : part
  })
  return { ...mine, [key]: parts } as ContentDraft
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Equal as JSON, in whatever order the names stand. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((part, index) => same(part, b[index]))
  if (!isFields(a) || !isFields(b)) return false
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => same(a[name], b[name]))
}
