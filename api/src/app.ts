import { join } from 'node:path'
import { Hono } from 'hono'
import { authoring } from './authoring/routes'
import { consoleFiles } from './files/console'
import { sdkFiles } from './files/sdk'
import { health } from './health'
import { track } from './ingest/track'
import { management } from './management'
import { problem, renderProblem } from './problem'
import type { Services } from './services'
import { tills } from './tills'

/** The table of contents: every address the API answers. */
export function createApp(services: Services) {
  const { distDir } = services.settings
  return new Hono()
    .onError(renderProblem(services.log))
    .notFound(() => {
      throw problem('not_found')
    })
    .route('/', health(services))
    .route('/v1/authoring', authoring(services))
    .route('/v1/:key', tills(services))
    .route('/api/track', track(services))
    .route('/api', management(services))
    .route('/sdk', sdkFiles(join(distDir, 'sdk')))
    .route('/', consoleFiles(join(distDir, 'console')))
}
