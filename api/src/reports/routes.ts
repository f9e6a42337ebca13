import { Hono } from 'hono'
import { z } from 'zod'
import type { ContentSummary } from '#contract/report'
import type { InEnvironment } from '../auth/environment'
import { may } from '../auth/guard'
import { readQuery } from '../body'
import { lastDays } from '../events/local-day'
import { findExperience } from '../experiences/store'
import { listMilestones } from '../milestones/store'
import { problem } from '../problem'
import { findVersion, latestVersion } from '../publish/store'
import type { Services } from '../services'
import { targetHealth } from '../targets/health'
import { HEALTH_DAYS } from '../targets/routes'
import { type SightedTour, sightedTours } from '../targets/store'
import { reachOf } from './content-store'
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
export function reports({ db, aside, now }: Services) {
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
      const report = await aside.ask('contentReport', {
        environment,
        workspace,
        timeZone,
        experience,
        kind: found ? found.content.kind : kept!.kind,
        number,
        version,
        days,
        to: now(),
      })
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
      return c.json(
        await aside.ask('activationReport', {
          environment,
          timeZone,
          ladder,
          clock,
          value,
          by,
          from,
          to,
          at,
        }),
      )
    })
}

const healthOf = (tour: SightedTour | undefined) => (tour ? targetHealth(tour.content, tour.sights) : [])
