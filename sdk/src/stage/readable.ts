import { isObject } from '../core/json'

/**
 * What a value must be to be what its author could have meant: of a type; `is x`, that very word; a list of values that
 * each have one of some shapes; or an object of these fields and no others. A name that ends in a question mark may be
 * missing, and `*` stands for any name.
 */
export type Shape = string | readonly Shape[] | { readonly [name: string]: Shape }

export const fits = (value: unknown, shape: Shape | undefined): boolean => {
  if (shape === 'object') return isObject(value)
  if (typeof shape === 'string') return typeof value === shape || `is ${value}` === shape
  if (Array.isArray(shape))
    return Array.isArray(value) && value.every((one) => shape.some((each) => fits(one, each)))
  // A field that is named like something every object has meets no shape here.
  if (!isObject(shape) || !isObject(value)) return false
  return (
    Object.keys(value).every((name) =>
      fits(value[name], (shape[name] || shape[`${name}?`] || shape['*']) as Shape),
    ) && Object.keys(shape).every((name) => /\W$/.test(name) || name in value)
  )
}

/** Texts by locale. */
export const words = { '*': 'string' }
const runs: Shape = [{ text: 'string', 'strong?': 'boolean', 'emphasis?': 'boolean' }]
export const body: Shape = [
  { kind: 'is text', runs: { '*': runs } },
  { kind: 'is list', 'ordered?': 'boolean', items: { '*': [runs] } },
  { kind: 'is image', url: 'string', alt: words, width: 'number', height: 'number' },
]
