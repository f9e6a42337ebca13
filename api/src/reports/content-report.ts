import type { Kind } from '#contract/experience'
import type { ContentReport } from '#contract/report'
import type { Db } from '../db/database'
import { isoDay, lastDays, localDay } from '../events/local-day'
import { findVersion } from '../publish/store'
import { daily, figures, furthest, partsOf, reasons, splits, stepFunnel, taskFunnel } from './content'
import { missingOf, traitsOf, versionsMet, walksOf } from './content-store'

export interface AskedContent {
  environment: string
  workspace: string
  timeZone: string
  experience: string
  kind: Kind
  /** The published version whose parts are shown; undefined: it was never published. */
  number: number | undefined
  /** The only version whose passages count. */
  version: number | undefined
  days: number
  to: number
}

/** What came of one content in so many days. */
export async function contentReport(db: Db, asked: AskedContent): Promise<ContentReport> {
  const { environment, workspace, timeZone, experience, kind, number, version, days, to } = asked
  const found = number === undefined ? undefined : await findVersion(db, workspace, experience, number)
  const { from, fromDay, today } = lastDays(timeZone, days, to)
  const parts = found ? partsOf(found.content) : []
  const walks = await walksOf(db, environment, experience, { from, to, version })
  const people = furthest(walks, parts)
  const traits = await traitsOf(
    db,
    environment,
    people.map(({ user }) => user),
  )
  return {
    experience,
    kind,
    from,
    to,
    ...figures(people),
    steps: kind === 'tour' ? stepFunnel(people, parts) : taskFunnel(people, parts),
    reasons: reasons(people),
    missing: await missingOf(db, environment, experience, { sinceDay: fromDay, version }),
    daily: daily(
      people,
      Array.from({ length: today - fromDay + 1 }, (_, i) => fromDay + i),
      (at) => localDay(timeZone, at),
      isoDay,
    ),
    splits: splits(people, (user) => traits.get(user) ?? {}, version === undefined),
    versions: await versionsMet(db, environment, experience),
  }
}
