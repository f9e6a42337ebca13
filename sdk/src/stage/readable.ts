import type { Content } from '#contract/experience'
import { isObject } from '../core/json'

type Is = (value: unknown) => boolean

const text: Is = (value) => typeof value === 'string'
const number: Is = (value) => typeof value === 'number'
const flag: Is = (value) => typeof value === 'boolean'
const maybe =
  (is: Is): Is =>
  (value) =>
    value === undefined || is(value)
const list =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is)
const values =
  (is: Is): Is =>
  (value) =>
    isObject(value) && Object.keys(value).every((key) => is(value[key]))
/** These fields and no others. */
const closed =
  (shape: Record<string, Is>): Is =>
  (value) =>
    isObject(value) &&
    Object.keys(shape).every((key) => shape[key]!(value[key])) &&
    Object.keys(value).every((key) => Object.keys(shape).includes(key))

const words = values(text)
const kind = text
const runs = list(closed({ text, strong: maybe(flag), emphasis: maybe(flag) }))
const blocks: Record<string, Is> = {
  text: closed({ kind, runs: values(runs) }),
  list: closed({ kind, ordered: maybe(flag), items: values(list(runs)) }),
  image: closed({ kind, url: text, alt: words, width: number, height: number }),
}
const body = list((block) => isObject(block) && !!own(blocks, block.kind)?.(block))
const step = closed({
  id: text,
  look: text,
  title: words,
  body,
  target: maybe(isObject),
  placement: text,
  advance: isObject,
  missing: isObject,
  path: maybe(text),
  when: maybe(isObject),
  variants: maybe(list(closed({ when: isObject, title: words, body }))),
  buttonLabel: maybe(words),
})
const task = closed({
  id: text,
  title: words,
  detail: maybe(words),
  weight: number,
  done: isObject,
  action: maybe(closed({ label: words, run: isObject })),
  medal: maybe(text),
})
const common = { kind, id: text, version: number }
const contents: Record<string, Is> = {
  tour: closed({ ...common, steps: list(step), duringSale: maybe(flag) }),
  checklist: closed({
    ...common,
    title: words,
    per: text,
    deadlineDays: maybe(number),
    tasks: list(task),
  }),
}

const own = (shapes: Record<string, Is>, name: unknown) =>
  Object.keys(shapes).includes(name as string) ? shapes[name as string] : undefined

/**
 * Whether this version of the script knows every part of a content: one block or attribute more, and it would show
 * something else than its author saw. The closed tree of `api/contract/experience.ts`, without its schema library.
 */
export const isReadable = (content: Record<string, unknown>): content is Content & Record<string, unknown> =>
  !!own(contents, content.kind)?.(content)
