import { MARK } from './mark'

/** What the console, or the way back from it, has written behind `#`. */
export type Mark = { experience: string; step?: string; test?: true } | { code: string; state: string }

export interface Address {
  mark?: Mark
  /** The fragment without the mark: hosts that route behind `#` want theirs back. */
  rest: string
}

const FORM = new RegExp(`(^#?|&)${MARK}=([\\w.~-]+)$`)

export function readAddress(hash: string): Address {
  const found = FORM.exec(hash)
  if (!found) return { rest: hash }
  const rest = hash.slice(0, found.index)
  const [name, state] = found[2]!.split('.') as [string, string?]
  const [experience, step, wish] = name.split('~') as [string, string?, string?]
  const mark: Mark = state
    ? { code: name, state }
    : { experience, ...(step && { step }), ...(wish === 'test' && { test: true }) }
  return { rest: rest === '#' ? '' : rest, mark }
}
