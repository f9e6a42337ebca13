import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { accounts } from './accounts/routes'
import { inEnvironment } from './auth/environment'
import { type Manage, may, sameOrigin, signedIn } from './auth/guard'
import { authLibrary } from './auth/library'
import { signIn } from './auth/sign-in'
import { authoringCodes } from './authoring/codes'
import { busy } from './busy/routes'
import { experiences } from './experiences/routes'
import { installation } from './installation/routes'
import { describeMe } from './members/me'
import { members } from './members/routes'
import { milestones } from './milestones/routes'
import { problem } from './problem'
import { reports } from './reports/routes'
import { segmentPreview, segments } from './segments/routes'
import type { Services } from './services'
import { targets } from './targets/routes'
import { users } from './users/routes'
import { vocabulary } from './vocabulary/routes'
import { why } from './why/routes'

const BODY_MAX_BYTES = 512 * 1024

/** Everything the console does, under /api. What stands above `signedIn` is open to the world. */
export function management(services: Services) {
  const auth = authLibrary(services)
  const { db } = services

  const inside = new Hono<Manage>()
    .get('/me', may('read'), async (c) => c.json(await describeMe(db, c.var.me)))
    .route('/', members(services))
    .route('/experiences', experiences(services))
    .route('/authoring', authoringCodes(services))
    .route('/segments', segments(services))
    .route('/milestones', milestones(services))
    .use('/:env/*', inEnvironment(db))
    .route('/:env/segments/preview', segmentPreview(services))
    .route('/:env/accounts', accounts(services))
    .route('/:env/users', users(services))
    .route('/:env/vocabulary', vocabulary(services))
    .route('/:env/reports', reports(services))
    .route('/:env/targets', targets(services))
    .route('/:env/why', why(services))
    .route('/:env/installation', installation(services))
    .route('/:env/busy', busy(services))

  return new Hono()
    .use(
      bodyLimit({
        maxSize: BODY_MAX_BYTES,
        onError: () => {
          throw problem('too_large')
        },
      }),
    )
    .use(sameOrigin)
    .route('/', signIn(services, auth))
    .use(signedIn(services, auth))
    .route('/', inside)
}
