import type { MiddlewareHandler } from 'hono'
import type { Db } from '../db/database'
import { type EnvironmentRow, environmentById } from '../environments/store'
import { problem } from '../problem'
import type { Manage } from './guard'

/** What every route under /api/:env finds in its context. */
export interface InEnvironment extends Manage {
  Variables: Manage['Variables'] & { environment: EnvironmentRow }
}

/** The environment, if it is the workspace's own. Throws `not_found`: others' are not even confirmed to exist. */
export async function environmentOf(db: Db, workspace: string, id: string): Promise<EnvironmentRow> {
  const found = await environmentById(db, id)
  if (found?.workspace !== workspace) throw problem('not_found')
  return found
}

/** Stands before every route under /:env, so that no query there can reach another workspace's people. */
export const inEnvironment =
  (db: Db): MiddlewareHandler<InEnvironment> =>
  async (c, next) => {
    c.set('environment', await environmentOf(db, c.var.me.workspace, c.req.param('env') ?? ''))
    await next()
  }
