import { Hono } from 'hono'
import { z } from 'zod'
import type { TargetHealth } from '#contract/target-health'
import type { InEnvironment } from '../auth/environment'
import { may } from '../auth/guard'
import { readQuery } from '../body'
import { lastDays } from '../events/local-day'
import { problem } from '../problem'
import type { Services } from '../services'
import { targetHealth } from './health'
import { sightedTours } from './store'

/** An alarm speaks of now: what was mended last month is no news. */
export const HEALTH_DAYS = 7

const Days = z.object({ days: z.coerce.number().int().min(1).max(90).default(HEALTH_DAYS) })

/** /api/:env/targets: whether tills still find what tours point at. */
export const targets = ({ db, now }: Services) =>
  new Hono<InEnvironment>().get('/:experience', may('read'), async (c) => {
    const { days } = readQuery(c, Days)
    const { environment } = c.var
    const experience = c.req.param('experience')
    const { from, fromDay } = lastDays(environment.timeZone, days, now())
    const tour = (await sightedTours(db, environment, fromDay, experience)).get(experience)
    if (!tour) throw problem('not_found', { detail: 'No tour of this name was ever published.' })
    const { content, sights } = tour
    const health: TargetHealth = {
      experience,
      version: content.version,
      from,
      steps: targetHealth(content, sights),
    }
    return c.json(health)
  })
