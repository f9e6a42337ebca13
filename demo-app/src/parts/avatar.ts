import { html } from 'lit'
import type { Operator } from '../state/model.ts'
import { get } from '../state/store.ts'

const COLOURS = 6

export const initials = (name: string) => {
  const words = name.trim().split(/\s+/)
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase()
}

export const firstName = (name: string) => name.split(' ')[0] ?? name

/** How colleagues call a person: the first name, unless both are used. */
export const calledName = ({ name, called }: Operator) => called ?? firstName(name)

/** Initials on a colour of the person's own, by place in the list. */
export const avatar = (who: Operator, size = 44) => {
  const place =
    Math.max(
      0,
      get('operators').findIndex(({ id }) => id === who.id),
    ) % COLOURS
  return html`<span class="avatar c${place}" style="width:${size}px;height:${size}px;font-size:${Math.round(size * 0.38)}px" aria-hidden="true">${initials(who.name)}</span>`
}
