import { Hono } from 'hono'
import { z } from 'zod'
import type { ActivationReport, ContentReport, ContentSummary } from '#contract/report'
import type { InEnvironment } from '../auth/environment'
import { may } from '../auth/guard'
import { readQuery } from '../body'
import { isoDay, lastDays, localDay } from '../events/local-day'
import { findExperience } from '../experiences/store'
import { listMilestones } from '../milestones/store'
import { problem } from '../problem'
import { findVersion, latestVersion } from '../publish/store'
import type { Services } from '../services'
import { targetHealth } from '../targets/health'
import { HEALTH_DAYS } from '../targets/routes'
import { type SightedTour, sightedTours } from '../targets/store'
import { compare, grouped, groupReport, horizonOf, ladderOf, type Shop } from './activation'
import { type Started, startedShops } from './activation-store'
import { daily, figures, furthest, partsOf, reasons, splits, stepFunnel, taskFunnel } from './content'
import { missingOf, reachOf, traitsOf, versionsMet, walksOf } from './content-store'
import { share } from './share'
import { targetQuality } from './target-quality'

const DAY_MS = 24 * 60 * 60 * 1000

const Days = z.object({ days: z.coerce.number().int().min(1).max(400).default(28) })
const OneContent = Days.extend({ version: z.coerce.number().int().min(1).optional() })
const moment = z.coerce.number().int().min(0).optional()
const Activation = z.object({
  clock: z.string().max(60).default('primeiro_login'),
  value: z.string().max(60).optional(),
  by: z.string().max(64).optional(),
  from: moment,
  to: moment,
})

/** /api/:env/reports: what came of it. */
export function reports({ db, now }: Services) {
  return new Hono<InEnvironment>()
    .get('/contents', may('read'), async (c) => {
      const { days } = readQuery(c, Days)
      const { id, timeZone } = c.var.environment
      const { from } = lastDays(timeZone, days, now())
      const tours = await sightedTours(db, c.var.environment, lastDays(timeZone, HEALTH_DAYS, now()).fromDay)
      const rows = (await reachOf(db, id, from)).map(
        ({ experience, reach, completed }): ContentSummary => ({
          experience,
          reach,
          completion: share(completed, reach),
          target: targetQuality(healthOf(tours.get(experience))),
        }),
      )
      return c.json(rows)
    })

    .get('/contents/:id', may('read'), async (c) => {
      const { days, version } = readQuery(c, OneContent)
      const { id: environment, workspace, timeZone } = c.var.environment
      const experience = c.req.param('id')
      const kept = await findExperience(db, workspace, experience)
      const number = version ?? (await latestVersion(db, workspace, experience))?.number
      const found = number ? await findVersion(db, workspace, experience, number) : undefined
      // What was never published has been met by nobody: a report of zeros, not a page that is missing.
      const isNew = kept !== undefined && number === undefined
      if (!found && !isNew) throw problem('not_found', { detail: 'This version was never published.' })
      const kind = found ? found.content.kind : kept!.kind
      const to = now()
      const { from, fromDay, today } = lastDays(timeZone, days, to)
      const parts = found ? partsOf(found.content) : []
      const walks = await walksOf(db, environment, experience, { from, to, version })
      const people = furthest(walks, parts)
      const traits = await traitsOf(
        db,
        environment,
        people.map(({ user }) => user),
      )
      const report: ContentReport = {
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
      return c.json(report)
    })

    .get('/activation', may('read'), async (c) => {
      const { clock, by, ...asked } = readQuery(c, Activation)
      const { id: environment, workspace, timeZone } = c.var.environment
      const ladder = await listMilestones(db, workspace)
      const value = asked.value ?? ladder.find(({ flag }) => flag === 'firstValue')?.key ?? ladder.at(-1)?.key
      if (!value || !ladder.some(({ key }) => key === value))
        throw problem('invalid', {
          issues: [
            { path: 'value', code: 'unknown_milestone', message: 'Choose the milestone that is value.' },
          ],
        })
      const at = now()
      const to = Math.min(asked.to ?? at, at)
      const from = asked.from ?? to - 180 * DAY_MS
      const isMilestone = ladder.some(({ key }) => key === clock)
      const started = await startedShops(db, environment, { clock, isMilestone, from, to })
      const shops: Shop[] = started.map((shop) => ({ ...shop, group: groupOf(shop, by, timeZone) }))
      const groups = grouped(shops)
      const horizon = horizonOf([...groups.values()], value, at)
      const report: ActivationReport = {
        clock,
        value,
        from,
        to,
        ...horizon,
        groups: [...groups].map(([key, members]) => groupReport(key, members, value, at, horizon)),
        logRank: compare(groups, value, at),
        ladder: ladderOf(shops, ladder, at),
      }
      return c.json(report)
    })
}

const healthOf = (tour: SightedTour | undefined) => (tour ? targetHealth(tour.content, tour.sights) : [])

/** `all` without a question; a month for cohorts; else the value of the shop's trait, `none` where it has none. */
function groupOf({ startedAt, traits }: Started, by: string | undefined, timeZone: string): string {
  if (!by) return 'all'
  if (by === 'cohort') return isoDay(localDay(timeZone, startedAt)).slice(0, 7)
  const value = traits[by]
  return value === undefined || value === null || value === '' ? 'none' : String(value)
}
