import { Hono } from 'hono'
import type { AccountDetail } from '#contract/people'
import type { InEnvironment } from '../auth/environment'
import { may } from '../auth/guard'
import { readQuery } from '../body'
import { listMilestones } from '../milestones/store'
import { PageQuery, toPage } from '../page'
import { problem } from '../problem'
import type { Services } from '../services'
import { pastsOf, usersOf } from '../users/store'
import { milestoneStates } from './milestone-states'
import { findAccount, listAccounts, reachedBy } from './store'
import { timeline } from './timeline'

/** /api/:env/accounts: shops, where each stands and what happened there. */
export function accounts({ db, now }: Services) {
  return new Hono<InEnvironment>()
    .get('/', may('read'), async (c) => {
      const query = readQuery(c, PageQuery)
      const { id, workspace } = c.var.environment
      const { rows, total } = await listAccounts(db, id, await listMilestones(db, workspace), query)
      return c.json(toPage(rows, query.limit, total, (row) => [row.lastSeenAt, row.id]))
    })

    .get('/:id', may('read'), async (c) => {
      const { id: environment, workspace } = c.var.environment
      const ladder = await listMilestones(db, workspace)
      const account = c.req.param('id')
      const found = await findAccount(db, environment, ladder, account)
      if (!found) throw problem('not_found')
      const reached = await reachedBy(db, environment, account)
      const detail: AccountDetail = {
        ...found.row,
        people: await usersOf(db, environment, account),
        milestoneStates: milestoneStates(ladder, reached, found.signedInAt, now()),
        experiences: await pastsOf(db, { environment, workspace }, { account, user: '' }),
      }
      return c.json(detail)
    })

    .get('/:id/timeline', may('read'), async (c) => {
      const { id: environment, workspace } = c.var.environment
      const account = c.req.param('id')
      const ladder = await listMilestones(db, workspace)
      const query = readQuery(c, PageQuery)
      return c.json(await timeline(db, { environment, workspace }, { account }, ladder, query))
    })
}
