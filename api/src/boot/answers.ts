import { hash } from 'node:crypto'
import type { Library } from '../content/library'
import type { EnvironmentRow } from '../environments/store'
import { type Bearer, issueGrant } from '../identify/grant'
import { Kept } from '../kept'
import { goodUntil, makeBundle } from './bundle'
import { factsOf, type Stored } from './facts'
import type { Known } from './people'
import { questionsOf } from './questions'

const DAY_MS = 24 * 60 * 60 * 1000
/** Grants live 400 days; every so often an unchanged answer is sent again for the sake of a younger one. */
const GRANT_RENEWAL_DAYS = 90
/** Some 3 kB each. */
const KEPT_MAX = 5000

export interface Answer {
  etag: string
  /** The body, with the moment of asking put between the two. */
  head: string
  tail: string
  /** While it is what would be made anew; the end is not part of it. */
  from: number
  until: number
}

/** All that an answer is made from. */
export interface Asked {
  environment: EnvironmentRow
  library: Library
  bearer: Omit<Bearer, 'environment'>
  signed: boolean
  known: Known
  stored: Stored
  now: number
}

/**
 * Answers each visitor. One whose facts are as they were gets the answer made then: it is kept by the very values that
 * it is made from, so that nobody has to tell this cache of a change.
 */
export function answers(): (asked: Asked) => Answer {
  const kept = new Kept<Answer>(KEPT_MAX)
  return (asked) => {
    const name = nameOf(asked)
    const found = kept.get(name)
    if (found && found.from <= asked.now && asked.now < found.until) return found
    const answer = makeAnswer(asked)
    kept.set(name, answer)
    return answer
  }
}

/** No stored text holds a NUL, so nothing can pass for something else. */
function nameOf({ environment, bearer, signed, known, stored }: Asked): string {
  return [
    environment.id,
    environment.rev,
    bearer.user,
    bearer.account,
    bearer.device,
    signed,
    known.signedInAt,
    JSON.stringify(known.userTraits),
    JSON.stringify(known.accountTraits),
    stored.counts.join(),
    stored.milestones,
    stored.history,
  ].join('\0')
}

function makeAnswer({ environment, library, bearer, signed, known, stored, now }: Asked): Answer {
  const questions = questionsOf(library)
  const traits = { user: known.userTraits, account: known.accountTraits }
  const facts = factsOf(stored, traits, library, questions, now)
  const { id, rev, theme, busy, grantSecret } = environment
  const stable = makeBundle(library, facts, { rev, theme, busy, signedInAt: known.signedInAt })
  const day = Math.floor(now / DAY_MS)
  // Issued at the beginning of the day: then a person has one grant a day, however often she signs in.
  const grant = issueGrant(grantSecret, { environment: id, ...bearer }, signed, day * DAY_MS)
  const json = JSON.stringify(stable)
  const etag = etagOf(json, `${id} ${signed} ${Math.floor(day / GRANT_RENEWAL_DAYS)}`)
  return {
    etag,
    head: `{"etag":"${etag}","now":`,
    tail: `,"grant":${JSON.stringify(grant)},${json.slice(1)}`,
    from: now,
    until: Math.min((day + 1) * DAY_MS, goodUntil(library, questions, facts)),
  }
}

/** Names the answer: another one has another name. `salt` is what else should make a till fetch it anew. */
const etagOf = (stable: string, salt: string) =>
  hash('sha256', `${salt}\n${stable}`, 'base64url').slice(0, 22)
