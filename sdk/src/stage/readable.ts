/** Whether a value is what its author could have meant. */
export type Is = (value: unknown) => boolean

const is =
  (type: string): Is =>
  (value) =>
    typeof value === type && value !== null
export const text = is('string')
export const number = is('number')
export const flag = is('boolean')
export const thing: Is = (value) => is('object')(value) && !Array.isArray(value)
export const list =
  (each: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(each)
const values =
  (each: Is): Is =>
  (value) =>
    thing(value) && Object.values(value as object).every(each)
/** These fields and no others; a name that ends in a question mark may be missing. */
export const closed = (shape: Record<string, Is>): Is => {
  const fields = Object.keys(shape).map((name) => name.replace('?', ''))
  return (value) =>
    thing(value) &&
    Object.keys(value as object).every((name) => fields.includes(name)) &&
    Object.keys(shape).every((name, at) => {
      const field = (value as Record<string, unknown>)[fields[at]!]
      return (field === undefined && name !== fields[at]) || shape[name]!(field)
    })
}

/** Texts by locale. */
export const words = values(text)
const runs = list(closed({ text, 'strong?': flag, 'emphasis?': flag }))
const blocks = [
  closed({ kind: (kind) => kind === 'text', runs: values(runs) }),
  closed({ kind: (kind) => kind === 'list', 'ordered?': flag, items: values(list(runs)) }),
  closed({ kind: (kind) => kind === 'image', url: text, alt: words, width: number, height: number }),
]
export const body = list((block) => blocks.some((isBlock) => isBlock(block)))
