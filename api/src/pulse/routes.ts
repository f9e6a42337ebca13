import { Hono } from 'hono'
import type { Pulse } from '#contract/bundle'
import type { Services } from '../services'
import type { Till } from '../tenant/door'
import { toPage } from '../tenant/page'

/** GET /v1/:key/pulse. The same for everyone: a cache in front answers for a whole city. */
export const pulse = ({ library }: Services) =>
  new Hono<Till>().get('/', async (c) => {
    const { environment } = c.var
    const { off } = await library(environment)
    const pulse: Pulse = { rev: environment.rev, off }
    return toPage(JSON.stringify(pulse), {
      'content-type': 'application/json',
      'cache-control': 'public, max-age=15',
    })
  })
