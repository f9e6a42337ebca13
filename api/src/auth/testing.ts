import type { EventAnswer } from '#contract/event'
import type { Traits } from '#contract/traits'
import { type Role, roles } from '#contract/workspace'
import { createApp } from '../app'
import type { Database } from '../db/database'
import { makeEnvironment } from '../environments/testing'
import { idAt } from '../ingest/testing'
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
  const workspace = 'caixa-facil'
  for (const kind of ['production', 'staging'] as const)
    await makeEnvironment(db, { id: kind, workspace, name: kind, kind, publicKey: `pk_${kind}` })
  await db.update(db.tables.workspaces).set({ name: 'Caixa Fácil' })
  const ids = {} as Record<Role, string>
  for (const role of roles)
    ids[role] = await createMember(services, { workspace, role, ...people[role], password: PASSWORD })

  const app = createApp(services)
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
  let n = 0
  /** A person's till in production: signs in with her traits, then tells what happens, when it does. */
  const till = async (user: string, account: string, traits: { user?: Traits; account?: Traits } = {}) => {
    const post = (path: string, body: unknown) =>
      app.request(`/v1/pk_production/${path}`, { method: 'POST', body: JSON.stringify(body) })
    const device = `till of ${account || user}`
    const booted = await post('boot', {
      device,
      user: { id: user, traits: traits.user },
      ...(account && { account: { id: account, traits: traits.account } }),
      locale: 'pt-BR',
      sdk: '0.1.0',
    })
    if (!booted.ok) throw new Error(await booted.text())
    return async (name: string, properties: Record<string, unknown> = {}, at = services.clock.now) => {
      const event = { id: idAt(at, ++n), name, at, seq: n, actor: 0, properties }
      const actors = [{ user, ...(account && { account }) }]
      const sent = await post('events', {
        device,
        sentAt: services.clock.now,
        sdk: '0.1.0',
        actors,
        events: [event],
      })
      const { results } = (await sent.json()) as EventAnswer
      if (results[0]?.status !== 'ok') throw new Error(JSON.stringify(results))
    }
  }
  return {
    app,
    till,
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
