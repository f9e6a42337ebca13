import { Hono } from 'hono'
import { BusySettings } from '#contract/busy'
import type { InEnvironment } from '../auth/environment'
import { may } from '../auth/guard'
import { read } from '../body'
import type { Services } from '../services'
import { saveBusy } from './store'

const NONE: BusySettings = { rules: [], rushHours: [] }

/** /api/:env/busy: when this environment's tills stay out of the way. A change reaches them at their next boot. */
export const busy = ({ db }: Services) =>
  new Hono<InEnvironment>()
    .get('/', may('read'), (c) => c.json(c.var.environment.busy ?? NONE))
    .put('/', may('publish'), async (c) => {
      const settings = await read(c, BusySettings)
      await saveBusy(db, c.var.environment.id, settings)
      return c.json(settings)
    })
