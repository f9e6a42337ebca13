import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Manage, may, sameOrigin, signedIn } from './auth/guard'
import { authLibrary } from './auth/library'
import { signIn } from './auth/sign-in'
import { experiences } from './experiences/routes'
import { describeMe } from './members/me'
import { members } from './members/routes'
import { problem } from './problem'
import type { Services } from './services'

const BODY_MAX_BYTES = 512 * 1024

/** Everything the console does, under /api. What stands above `signedIn` is open to the world. */
export function management(services: Services) {
  const auth = authLibrary(services)
  const { db } = services

  const inside = new Hono<Manage>()
    .get('/me', may('read'), async (c) => c.json(await describeMe(db, c.var.me)))
    .route('/', members(services))
    .route('/experiences', experiences(services))

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
