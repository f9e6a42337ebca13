import { Hono } from 'hono'
import { boot } from './boot/routes'
import { content } from './content/routes'
import { events } from './ingest/events'
import { pulse } from './pulse/routes'
import type { Services } from './services'
import { rateLimit } from './tenant/limit'
import { anyOrigin, smallBody } from './tenant/page'
import { type Till, tenant } from './tenant/tenant'

/** What tills call, under /v1/:key: from any page, without cookies. */
export const tills = (services: Services) =>
  new Hono<Till>()
    .use(anyOrigin)
    .use(rateLimit(services))
    .use(smallBody)
    .use(tenant(services))
    .route('/boot', boot(services))
    .route('/content', content(services))
    .route('/events', events(services))
    .route('/pulse', pulse(services))
