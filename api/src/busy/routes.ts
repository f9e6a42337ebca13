import { Hono } from 'hono'
import { BusySave } from '#contract/busy'
import { environmentOf, type InEnvironment } from '../auth/environment'
import { may } from '../auth/guard'
import { read } from '../body'
import { problem } from '../problem'
import type { Services } from '../services'
import { saveBusy, savedBusy } from './store'

/** /api/:env/busy: when this environment's tills stay out of the way. A change reaches them at their next boot. */
export const busy = ({ db, now }: Services) =>
  new Hono<InEnvironment>()
    .get('/', may('read'), (c) => c.json(savedBusy(c.var.environment)))
    .put('/', may('publish'), async (c) => {
      const settings = await read(c, BusySave)
      const { id, workspace } = c.var.environment
      const isSaved = await saveBusy(db, id, settings, { at: now(), name: c.var.me.name })
      const current = savedBusy(await environmentOf(db, workspace, id))
      if (!isSaved) throw problem('conflict', { current })
      return c.json(current)
    })
