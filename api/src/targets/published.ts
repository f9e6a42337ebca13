import { Hono } from 'hono'
import type { Content } from '#contract/experience'
import type { PublishedStep, PublishedSteps } from '#contract/published-step'
import type { Services } from '../services'
import type { Till } from '../tenant/door'
import { toPage } from '../tenant/page'
import { publishedContents } from './store'

/**
 * GET /v1/:key/targets. What published tours point at, for a host's own tests. The public key is enough, also where
 * identity is enforced: it tells of the host's own pages and holds neither a text of a tour nor who may see it.
 */
export const publishedTargets = ({ db }: Services) =>
  new Hono<Till>().get('/', async (c) => {
    const { environment } = c.var
    const contents = await publishedContents(db, environment.id, environment.workspace)
    const steps = [...contents].flatMap(([experience, content]) => stepsOf(experience, content))
    const body: PublishedSteps = { steps }
    return toPage(JSON.stringify(body), { 'content-type': 'application/json' })
  })

const stepsOf = (experience: string, content: Content): PublishedStep[] =>
  content.kind === 'tour'
    ? content.steps.flatMap(({ id, path, target }, index) =>
        target
          ? [
              {
                experience,
                version: content.version,
                step: id,
                place: index + 1,
                ...(path && { path }),
                target,
              },
            ]
          : [],
      )
    : []
