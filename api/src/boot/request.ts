import type { BootRequest } from '#contract/bundle'
import type { Traits } from '#contract/traits'
import { isStorable } from '../events/storable'
import { problem } from '../problem'

// By hand rather than by the contract's schema, which takes longer than all else that a boot does; a test holds the
// two to each other.

/** Throws `bad_request`, naming the first part that cannot be used. */
export function readRequest(text: string): BootRequest {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw problem('bad_request')
  }
  if (!isObject(body)) throw problem('bad_request')
  const { device, user, account, token, grant, locale, sdk, release, have } = body
  if (!isText(device, 60, 8)) throw refused('device')
  if (!isText(locale, 20)) throw refused('locale')
  if (!isText(sdk, 20)) throw refused('sdk')
  const request: BootRequest = { device, user: readOwner(user, 'user'), locale, sdk }
  if (account !== undefined) request.account = readOwner(account, 'account')
  if (token !== undefined) request.token = textOf(token, 4096, 'token')
  if (grant !== undefined) request.grant = textOf(grant, 1024, 'grant')
  if (release !== undefined) request.release = textOf(release, 60, 'release')
  if (have !== undefined) request.have = textOf(have, 80, 'have')
  if (!isStorable(text)) throw problem('bad_request')
  return request
}

/** A person or a shop: an id, and perhaps traits. */
function readOwner(value: unknown, path: string): BootRequest['user'] {
  if (!isObject(value) || !isText(value.id, 120, 1)) throw refused(path)
  if (value.traits === undefined) return { id: value.id }
  if (!isObject(value.traits)) throw refused(`${path}.traits`)
  const traits: Traits = {}
  for (const name in value.traits) {
    // As the schema does: a name that JavaScript gives another meaning is no trait.
    if (name === '__proto__') continue
    const trait = value.traits[name]
    if (!TRAIT_NAME.test(name) || !isTrait(trait)) throw refused(`${path}.traits.${name}`)
    traits[name] = trait
  }
  return { id: value.id, traits }
}

const TRAIT_NAME = /^[a-zA-Z_][\w.]{0,63}$/

const isTrait = (value: unknown): value is Traits[string] =>
  value === null ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  isText(value, 500) ||
  (Array.isArray(value) && value.length <= 50 && value.every((one) => isText(one, 120)))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown, max: number, min = 0): value is string =>
  typeof value === 'string' && value.length >= min && value.length <= max

function textOf(value: unknown, max: number, path: string): string {
  if (!isText(value, max)) throw refused(path)
  return value
}

const refused = (path: string) => problem('bad_request', { detail: `This cannot be used: ${path}.` })
