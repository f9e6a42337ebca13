import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { BATCH_LIMITS } from '#contract/limits'
import { boot } from './boot/routes'
import { content } from './content/routes'
import { events } from './ingest/events'
import { problem } from './problem'
import { pulse } from './pulse/routes'
import type { Services } from './services'
import { rateLimit } from './tenant/limit'
import { type Till, tenant } from './tenant/tenant'

const DAY_S = 24 * 60 * 60

/** What tills call, under /v1/:key: from any page, without cookies. */
export const tills = (services: Services) =>
  new Hono<Till>()
    .use(
      cors({
        origin: '*',
        allowMethods: ['GET', 'POST'],
        allowHeaders: ['content-type'],
        exposeHeaders: ['etag', 'retry-after', 'x-trilha-now'],
        maxAge: DAY_S,
      }),
    )
    .use(rateLimit(services))
    .use(
      bodyLimit({
        maxSize: BATCH_LIMITS.bytes,
        onError: () => {
          throw problem('too_large')
        },
      }),
    )
    .use(tenant(services))
    .route('/boot', boot(services))
    .route('/content', content(services))
    .route('/events', events(services))
    .route('/pulse', pulse(services))
