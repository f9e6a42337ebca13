import { join } from 'node:path'
import { Hono } from 'hono'
import { getPath } from 'hono/utils/url'
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
  const app = () =>
    new Hono().onError(renderProblem(services.log)).notFound(() => {
      throw problem('not_found')
    })
  // Two apps: the few addresses of tills are told apart by one expression, beside the console's they would be searched.
  const forTills = app().route('/v1/:key', tills(services))
  const forPeople = app()
    .route('/', health(services))
    .route('/v1/authoring', authoring(services))
    .route('/api/track', track(services))
    .route('/api', management(services))
    .route('/sdk', sdkFiles(join(distDir, 'sdk')))
    .route('/', consoleFiles(join(distDir, 'console')))
  const { fetch } = forPeople
  forPeople.fetch = (request, ...rest) =>
    /^\/v1\/(?!authoring\/)/.test(getPath(request))
      ? forTills.fetch(request, ...rest)
      : fetch(request, ...rest)
  return forPeople
}
