import { Hono } from 'hono'
import { boot } from './boot/routes'
import { content } from './content/routes'
import { events } from './ingest/events'
import { pulse } from './pulse/routes'
import type { Services } from './services'
import { publishedTargets } from './targets/published'
import { door, type Till } from './tenant/door'

/** What tills call, under /v1/:key: from any page, without cookies. */
export const tills = (services: Services) =>
  new Hono<Till>()
    .use(door(services))
    .route('/boot', boot(services))
    .route('/content', content(services))
    .route('/events', events(services))
    .route('/pulse', pulse(services))
    .route('/targets', publishedTargets(services))
