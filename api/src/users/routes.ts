import { Hono } from 'hono'
import type { UserDetail } from '#contract/people'
import { timeline } from '../accounts/timeline'
import type { InEnvironment } from '../auth/environment'
import { may } from '../auth/guard'
import { readQuery } from '../body'
import { PageQuery, toPage } from '../page'
import { problem } from '../problem'
import type { Services } from '../services'
import { findUser, listUsers, pastsOf } from './store'

/** /api/:env/users: people, what they went through and did. */
export function users({ db }: Services) {
  return new Hono<InEnvironment>()
    .get('/', may('read'), async (c) => {
      const query = readQuery(c, PageQuery)
      const { rows, total } = await listUsers(db, c.var.environment.id, query)
      return c.json(toPage(rows, query.limit, total, (row) => [row.lastSeenAt, row.id]))
    })

    .get('/:id', may('read'), async (c) => {
      const { id: environment, workspace } = c.var.environment
      const user = c.req.param('id')
      const row = await findUser(db, environment, user)
      if (!row) throw problem('not_found')
      const detail: UserDetail = {
        ...row,
        experiences: await pastsOf(db, { environment, workspace }, { user }),
      }
      return c.json(detail)
    })

    .get('/:id/timeline', may('read'), async (c) => {
      const { id: environment, workspace } = c.var.environment
      const of = { user: c.req.param('id') }
      return c.json(await timeline(db, { environment, workspace }, of, [], readQuery(c, PageQuery)))
    })
}
