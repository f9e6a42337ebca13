import { hash } from 'node:crypto'
import type { Traits } from '#contract/traits'
import type { Library } from '../content/library'
import type { EnvironmentRow } from '../environments/store'
import { type Bearer, issueGrant } from '../identify/grant'
import { Kept } from '../kept'
import { goodUntil, makeBundle } from './bundle'
import { factsOf, type Stored } from './facts'
import type { Known } from './people'
import { type Questions, questionsOf } from './questions'
import { type Shared, share } from './shared'

const DAY_MS = 24 * 60 * 60 * 1000
/** Grants live 400 days; every so often an unchanged answer is sent again for the sake of a younger one. */
const GRANT_RENEWAL_DAYS = 90
/** Some 4 kB each. */
const KEPT_MAX = 5000
/** Some 300 bytes each. */
const GRANTS_MAX = 5000

export interface Answer {
  etag: string
  shared: Shared
  /** What follows the shared part. */
  rest: string
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

/** What all get about whom the published audiences know the same. */
interface Common {
  etag: string
  shared: Shared
  /** While it is what would be made anew; the end is not part of it. */
  from: number
  until: number
}

/**
 * Answers each visitor. What is not about this very person is kept by the very values that it is made from, so that
 * nobody has to tell this cache of a change.
 */
export function answers(): (asked: Asked) => Answer {
  const commons = new Kept<Common>(KEPT_MAX)
  const grants = new Kept<string>(GRANTS_MAX)

  function commonTo(asked: Asked): Common {
    const name = nameOf(asked)
    const found = commons.get(name)
    if (found && found.from <= asked.now && asked.now < found.until) return found
    const common = makeCommon(asked)
    commons.set(name, common)
    return common
  }

  function grantOf({ environment, bearer, signed, now }: Asked): string {
    // Issued at the beginning of the day: then a person has one grant a day, however often she signs in.
    const issuedAt = now - (now % DAY_MS)
    const { user, account, device } = bearer
    const name = [environment.id, environment.rev, issuedAt, signed, user, account, device].join('\0')
    let grant = grants.get(name)
    if (!grant) {
      grant = issueGrant(
        environment.grantSecret,
        { environment: environment.id, ...bearer },
        signed,
        issuedAt,
      )
      grants.set(name, grant)
    }
    return grant
  }

  return (asked) => {
    const { etag: common, shared } = commonTo(asked)
    const { signedInAt } = asked.known
    const etag = signedInAt === null ? common : `${common}.${signedInAt.toString(36)}`
    const since = signedInAt === null ? '' : `,"accountSince":${signedInAt}`
    return {
      etag,
      shared,
      rest: `,"etag":"${etag}","now":${asked.now},"grant":${JSON.stringify(grantOf(asked))}${since}}`,
    }
  }
}

/** No stored text holds a NUL, so nothing can pass for something else. */
function nameOf({ environment, library, signed, known, stored }: Asked): string {
  const questions = questionsOf(library)
  return [
    environment.id,
    environment.rev,
    signed,
    agreement(known.userTraits, questions.userTraits),
    agreement(known.accountTraits, questions.accountTraits),
    dueFrom(known, questions),
    stored.counts.join(),
    stored.milestones,
    stored.history,
  ].join('\0')
}

const agreement = (traits: Traits, names: string[]) =>
  JSON.stringify(names.map((name) => traits[name] ?? null))

/** The moment that deadlines count from, if any is told. */
const dueFrom = ({ signedInAt }: Known, { deadlines }: Questions) => (deadlines ? signedInAt : null)

function makeCommon({ environment, library, signed, known, stored, now }: Asked): Common {
  const questions = questionsOf(library)
  const traits = { user: known.userTraits, account: known.accountTraits }
  const facts = factsOf(stored, traits, library, questions, now)
  const { id, rev, theme, busy } = environment
  const shared = share(
    makeBundle(library, facts, { rev, theme, busy, signedInAt: dueFrom(known, questions) }),
  )
  const day = Math.floor(now / DAY_MS)
  return {
    etag: etagOf(shared.plain, `${id} ${signed} ${Math.floor(day / GRANT_RENEWAL_DAYS)}`),
    shared,
    from: now,
    until: Math.min((day + 1) * DAY_MS, goodUntil(library, questions, facts)),
  }
}

/** Names the answer: another one has another name. `salt` is what else should make a till fetch it anew. */
const etagOf = (common: Buffer, salt: string) =>
  hash('sha256', `${salt}\n${common}`, 'base64url').slice(0, 22)
