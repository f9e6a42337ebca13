import { z } from 'zod'
import { Condition } from '#contract/condition'
import { Frequency } from '#contract/frequency'
import { Trigger } from '#contract/trigger'
import type { Verdict, WhyRequest } from '#contract/why'
import { factsOf, gather } from '../boot/facts'
import { questionsOf } from '../boot/questions'
import type { Library } from '../content/library'
import type { Db } from '../db/database'
import type { EnvironmentRow } from '../environments/store'
import { findExperience, listExperiences } from '../experiences/store'
import { problem } from '../problem'
import { peopleIn } from '../segments/preview'
import { segmentConditions } from '../segments/store'
import type { Services } from '../services'
import { usersOf } from '../users/store'
import { type Asked, type AskedStep, judge, judgeSteps } from './rules'
import { personsOf } from './store'

// What of a draft decides; the rest may still be unfinished.
const Deciding = z.object({
  audience: Condition,
  frequency: Frequency,
  trigger: Trigger.catch({ on: 'load' }),
  expiresAt: z.number().optional(),
  duringSale: z.boolean().optional(),
})
const Steps = z.array(
  z.object({
    id: z.string(),
    when: Condition.optional(),
    variants: z.array(z.object({ when: Condition })).optional(),
  }),
)

/** Would it be shown to each of them, and why not? Changes nothing. Rejects with `not_found` for an unknown content. */
export async function ask(
  { db, library: libraryOf, now }: Services,
  environment: EnvironmentRow,
  { experience, who }: WhyRequest,
): Promise<Verdict[]> {
  const library = await libraryOf(environment)
  const asked = experience
    ? [await draftOf(db, environment.workspace, experience)]
    : await publishedOf(db, environment.workspace, library)
  const persons = await personsOf(db, environment.id, await idsOf(db, environment, who, now()))
  const verdicts: Verdict[] = []
  const asking = {
    ...library,
    published: asked.flatMap(({ question: { audience, ...candidate }, steps = [] }) =>
      [audience, ...conditionsOf(steps)].map((audience) => ({
        candidate,
        audience,
        milestones: [],
        histories: [],
      })),
    ),
  }
  const questions = questionsOf(asking)
  for (const person of persons) {
    const { id: user, traits, account } = person
    const stored = await gather(
      db,
      { environment: environment.id, user, account: account?.id ?? '' },
      questions,
      now(),
    )
    const known = { user: traits, account: account?.traits ?? {} }
    const facts = factsOf(stored, known, asking, questions, now())
    for (const { name, question, steps } of asked)
      verdicts.push({
        experience: { id: question.id, name, kind: question.kind },
        person,
        ...judge(question, facts),
        ...(steps && { steps: judgeSteps(steps, facts) }),
      })
  }
  return verdicts
}

interface Named {
  name: string
  question: Asked
  steps?: AskedStep[]
}

const conditionsOf = (steps: AskedStep[]) =>
  steps.flatMap(({ when, variants = [] }) => [...(when ? [when] : []), ...variants.map(({ when }) => when)])

/** A draft as a till would be asked about it if it were published now. */
async function draftOf(db: Db, workspace: string, id: string): Promise<Named> {
  const record = await findExperience(db, workspace, id)
  if (!record) throw problem('not_found')
  const reading = Deciding.safeParse(record.draft)
  if (!reading.success)
    throw problem('invalid', {
      issues: reading.error.issues.map(({ path, message }) => ({
        path: path.join('.'),
        code: 'missing',
        message,
      })),
    })
  // A condition that is being written asks nothing yet.
  const steps =
    record.kind === 'tour' ? Steps.safeParse((record.draft as { steps?: unknown }).steps) : undefined
  return {
    name: record.name,
    ...(steps?.success && { steps: steps.data }),
    question: { id, kind: record.kind, version: 0, hash: '', priority: 0, ...reading.data },
  }
}

async function publishedOf(db: Db, workspace: string, { published }: Library): Promise<Named[]> {
  const names = new Map((await listExperiences(db, workspace)).map(({ id, name }) => [id, name]))
  return published.map(({ candidate, audience }) => ({
    name: names.get(candidate.id) ?? candidate.id,
    question: { ...candidate, audience },
  }))
}

async function idsOf(db: Db, environment: EnvironmentRow, who: WhyRequest['who'], now: number) {
  if ('user' in who) return [who.user]
  if ('account' in who) return (await usersOf(db, environment.id, who.account)).map(({ id }) => id)
  const segments = await segmentConditions(db, environment.workspace)
  return peopleIn(
    db,
    { segment: who.segment },
    { environment: environment.id, now, segments, engine: db.engine },
  )
}
