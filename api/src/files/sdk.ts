import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { problem } from '../problem'
import { staticFiles } from './static'

/** A new release reaches every till within five minutes, or while offline from its cache. */
const ENTRY = 'public, max-age=300, stale-while-revalidate=86400'

/** GET /sdk/*: the built script, for any page. */
export function sdkFiles(folder: string) {
  const find = staticFiles(folder, ENTRY)
  return new Hono().use(cors({ origin: '*' })).get('/*', (c) => {
    const file = find(c, c.req.path.replace(/^\/sdk\//, ''))
    if (!file) throw problem('not_found')
    return c.body(file.body, 200, { ...file.headers, 'cross-origin-resource-policy': 'cross-origin' })
  })
}
