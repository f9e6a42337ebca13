import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Role, roles } from '#contract/workspace'
import { freshSqlite } from '../db/testing'
import { management } from '../management'
import { type Browser, company } from './testing'

// Who may knock at which door. A route that is not in this table fails the last test.

const open = ['POST /sign-in', 'POST /sign-out', 'GET /invitations/:token', 'POST /invitations/accept']
const least: Record<Role, string[]> = {
  viewer: [
    'GET /me',
    'GET /members',
    'GET /experiences',
    'GET /experiences/:id',
    'GET /experiences/:id/versions',
    'GET /segments',
    'GET /segments/:id',
    'GET /milestones',
    'POST /:env/segments/preview',
    'GET /:env/accounts',
    'GET /:env/accounts/:id',
    'GET /:env/accounts/:id/timeline',
    'GET /:env/users',
    'GET /:env/users/:id',
    'GET /:env/users/:id/timeline',
    'GET /:env/vocabulary',
    'GET /:env/reports/contents',
    'GET /:env/reports/contents/:id',
    'GET /:env/reports/activation',
    'GET /:env/installation',
    'POST /:env/why',
    'GET /:env/busy',
    'GET /:env/targets/:experience',
  ],
  author: [
    'POST /experiences',
    'PUT /experiences/:id/draft',
    'POST /experiences/:id/publish',
    'POST /experiences/:id/unpublish',
    'POST /experiences/:id/revert',
    'POST /experiences/:id/duplicate',
    'POST /experiences/:id/restore',
    'DELETE /experiences/:id',
    'POST /segments',
    'PUT /segments/:id',
    'DELETE /segments/:id',
    'POST /milestones',
    'PUT /milestones/order',
    'PUT /milestones/:id',
    'DELETE /milestones/:id',
    'POST /authoring/codes',
    'PUT /:env/busy',
  ],
  owner: ['POST /invitations', 'PATCH /members/:id', 'DELETE /members/:id', 'PUT /:env/installation/app'],
}

const table = roles.flatMap((role) => least[role].map((route) => ({ route, role })))

let office: Awaited<ReturnType<typeof company>>
let remove: () => Promise<void>
const browsers = {} as Record<Role, Browser>

beforeAll(async () => {
  const fresh = await freshSqlite()
  remove = fresh.remove
  office = await company(fresh.database)
  for (const role of roles) browsers[role] = await office.as(role)
})
afterAll(() => remove())

const knock = (browser: Browser, route: string) => {
  const [method, path] = route.split(' ') as [string, string]
  return browser(method, `/api${path.replace(':env', 'production').replace(':id', 'nobody')}`)
}
/** Nothing is found behind most doors, but it is found out behind them. */
const isLetIn = (status: number) => status !== 401 && status !== 403

test.each(table)('$route opens to nobody below $role', async ({ route, role }) => {
  expect((await knock(office.visit(), route)).body).toMatchObject({ code: 'not_signed_in' })
  for (const other of roles) {
    const { status } = await knock(browsers[other], route)
    const mayEnter = roles.indexOf(other) >= roles.indexOf(role)
    expect(isLetIn(status), `${other}: ${status}`).toBe(mayEnter)
    if (!mayEnter) expect(status).toBe(403)
  }
})

test("another workspace's environment is not even there", async () => {
  const { db } = office.services
  const { environments, workspaces } = db.tables
  const [production] = await db.select().from(environments)
  await db.insert(workspaces).values({ id: 'other', name: 'Outra', createdAt: 0 })
  await db
    .insert(environments)
    .values({ ...production!, id: 'theirs', workspace: 'other', publicKey: 'pk_x' })
  for (const route of table.map((row) => row.route).filter((route) => route.includes('/:env/'))) {
    const { status } = await knock(browsers.owner, route.replace(':env', 'theirs'))
    expect(status, route).toBe(404)
  }
  const publish = { environment: 'theirs', revision: 0 }
  const { body } = await browsers.owner('POST', '/api/experiences', { kind: 'tour', name: 'Primeira venda' })
  const sent = await browsers.owner('POST', `/api/experiences/${body.id}/publish`, publish)
  expect(sent.status).toBe(404)
})

test('every door of the API stands in the table', () => {
  const doors = management(office.services)
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.length > 1 ? path.replace(/\/$/, '') : path}`)
  expect([...new Set(doors)].sort()).toEqual([...open, ...table.map(({ route }) => route)].sort())
})
