import { Hono } from 'hono'
import { WhyRequest } from '#contract/why'
import type { InEnvironment } from '../auth/environment'
import { may } from '../auth/guard'
import { read } from '../body'
import type { Services } from '../services'
import { ask } from './ask'

/** POST /api/:env/why: asks without changing anything, so every role may. */
export const why = (services: Services) =>
  new Hono<InEnvironment>().post('/', may('read'), async (c) =>
    c.json(await ask(services, c.var.environment, await read(c, WhyRequest))),
  )
