import { Hono } from 'hono'
import { problem } from '../problem'
import type { Services } from '../services'
import type { Till } from '../tenant/door'
import { toPage } from '../tenant/page'
import { contentByHash } from './store'

const YEAR_S = 365 * 24 * 60 * 60

/** GET /v1/:key/content/:hash. A hash names its content for ever, so any cache may keep it. */
export const content = ({ db }: Services) =>
  new Hono<Till>().get('/:hash', async (c) => {
    const found = await contentByHash(db, c.var.environment, c.req.param('hash'))
    if (!found) throw problem('not_found')
    return toPage(JSON.stringify(found), {
      'content-type': 'application/json',
      'cache-control': `public, max-age=${YEAR_S}, immutable`,
    })
  })
