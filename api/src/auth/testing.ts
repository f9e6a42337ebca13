import { Hono } from 'hono'
import { type Role, roles } from '#contract/workspace'
import type { Database } from '../db/database'
import { management } from '../management'
import { renderProblem } from '../problem'
import { testServices } from '../testing'
import { createMember } from './create-member'

export const PASSWORD = 'arroz-e-feijao-todo-dia'
export const people = {
  viewer: { name: 'Vera', email: 'vera@caixafacil.example' },
  author: { name: 'Ana', email: 'ana@caixafacil.example' },
  owner: { name: 'Olga', email: 'olga@caixafacil.example' },
} as const satisfies Record<Role, unknown>

export interface Answer<T> {
  status: number
  body: T
  headers: Headers
}
/** One person's browser: sends what the console sends, with her cookie. */
export type Browser = <T = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer<T>>

/** A company with production and staging, and one person of each role who knows her password. */
export async function company(db: Database) {
  const services = testServices(db, { authSecret: 'a secret of thirty-two characters or more' })
  const at = services.now()
  const workspace = 'caixa-facil'
  const { workspaces, environments } = db.tables
  await db.insert(workspaces).values({ id: workspace, name: 'Caixa Fácil', createdAt: at })
  for (const kind of ['production', 'staging'] as const)
    await db.insert(environments).values({
      id: kind,
      workspace,
      name: kind,
      kind,
      publicKey: `pk_${kind}`,
      identity: 'open',
      appUrl: null,
      timeZone: 'America/Sao_Paulo',
      theme: null,
      rev: 1,
      grantSecret: `secret of ${kind}`,
      createdAt: at,
    })
  const ids = {} as Record<Role, string>
  for (const role of roles)
    ids[role] = await createMember(services, { workspace, role, ...people[role], password: PASSWORD })

  const app = new Hono().route('/api', management(services)).onError(renderProblem(services.log))
  const visit = (cookie = ''): Browser =>
    async function request<T>(method: string, path: string, body?: unknown, headers = {}) {
      const answer = await app.request(path, {
        method,
        headers: {
          ...(method !== 'GET' && { 'content-type': 'application/json', origin: 'http://localhost' }),
          ...(cookie && { cookie }),
          ...headers,
        },
        body: method === 'GET' || method === 'DELETE' ? undefined : JSON.stringify(body ?? {}),
      })
      const text = await answer.text()
      return { status: answer.status, body: (text ? JSON.parse(text) : null) as T, headers: answer.headers }
    }
  /** Signs in and answers the browser that holds the session. */
  const signIn = async (email: string, password = PASSWORD) => {
    const { headers } = await visit()('POST', '/api/sign-in', { email, password })
    return visit(cookiesOf(headers))
  }
  return {
    app,
    services,
    workspace,
    ids,
    visit,
    signIn,
    as: (role: Role) => signIn(people[role].email),
  }
}

export const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
