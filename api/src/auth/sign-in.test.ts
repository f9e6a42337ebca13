import { expect, test } from 'vitest'
import type { Me, Member } from '#contract/workspace'
import { forEachDialect } from '../db/testing'
import { company, cookiesOf, PASSWORD, people } from './testing'

forEachDialect('signing in to the console', (open) => {
  test('Ana signs in, sees who she is and where she may go, and signs out', async () => {
    const { visit } = await company(await open())
    const entered = await visit()<Me>('POST', '/api/sign-in', {
      email: ' ANA@caixafacil.example',
      password: PASSWORD,
    })
    expect(entered.status).toBe(200)
    expect(entered.body.user).toMatchObject({ name: 'Ana', role: 'author' })
    expect(entered.headers.get('set-cookie')).toMatch(/HttpOnly/i)

    const ana = visit(cookiesOf(entered.headers))
    const me = await ana<Me>('GET', '/api/me')
    expect(me.body).toEqual(entered.body)
    expect(me.body.workspace.name).toBe('Caixa Fácil')
    expect(me.body.environments.map(({ kind }) => kind)).toEqual(['production', 'staging'])
    expect(JSON.stringify(me.body)).not.toMatch(/secret/i)

    expect((await ana('POST', '/api/sign-out')).status).toBe(204)
    expect((await ana('GET', '/api/me')).body).toMatchObject({ code: 'not_signed_in' })
  })

  test('a wrong password and an unknown address are answered alike', async () => {
    const { visit } = await company(await open())
    const wrong = await visit()('POST', '/api/sign-in', {
      email: people.author.email,
      password: 'errada-errada',
    })
    const unknown = await visit()('POST', '/api/sign-in', {
      email: 'x@caixafacil.example',
      password: PASSWORD,
    })
    expect(wrong.body).toMatchObject({ status: 401, code: 'wrong_password' })
    expect(unknown.body).toEqual(wrong.body)
  })

  test('Bia is invited by link, chooses her password once, and works as an author', async () => {
    const { as, visit } = await company(await open())
    const olga = await as('owner')
    const invitation = { email: 'Bia@caixafacil.example', name: 'Bia', role: 'author' }
    const invited = await olga<Member>('POST', '/api/invitations', invitation)
    expect(invited.body).toMatchObject({ name: 'Bia', state: 'invited' })
    const token = invited.body.inviteUrl!.split('/').at(-1)!

    const shown = await visit()('GET', `/api/invitations/${token}`)
    expect(shown.body).toEqual({
      name: 'Bia',
      email: 'bia@caixafacil.example',
      role: 'author',
      workspace: 'Caixa Fácil',
    })
    const accepted = await visit()<Me>('POST', '/api/invitations/accept', {
      token,
      password: 'bolo-de-fuba-quente',
    })
    expect(accepted.body.user).toMatchObject({ name: 'Bia', role: 'author' })
    const bia = visit(cookiesOf(accepted.headers))
    expect((await bia('GET', '/api/experiences')).status).toBe(200)

    const again = await visit()('POST', '/api/invitations/accept', { token, password: 'outra-senha-longa' })
    expect(again.body).toMatchObject({ status: 410, code: 'invitation_invalid' })
    const members = await olga<Member[]>('GET', '/api/members')
    expect(members.body.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'Ana active',
      'Bia active',
      'Olga active',
      'Vera active',
    ])
    expect(members.body.some(({ inviteUrl }) => inviteUrl)).toBe(false)
  })

  test('an invitation is no good after a week', async () => {
    const { as, visit, services } = await company(await open())
    const olga = await as('owner')
    const { body } = await olga<Member>('POST', '/api/invitations', {
      email: 'bia@caixafacil.example',
      name: 'Bia',
      role: 'viewer',
    })
    const token = body.inviteUrl!.split('/').at(-1)!
    services.clock.now += 7 * 24 * 3600 * 1000
    expect((await visit()('GET', `/api/invitations/${token}`)).status).toBe(410)
    const accepted = await visit()('POST', '/api/invitations/accept', {
      token,
      password: 'bolo-de-fuba-quente',
    })
    expect(accepted.status).toBe(410)
  })

  test('a changed role counts at once, and a removed member is out with the next click', async () => {
    const { as, ids } = await company(await open())
    const olga = await as('owner')
    const ana = await as('author')
    const draft = { kind: 'tour', name: 'Primeira venda' }
    expect((await ana('POST', '/api/experiences', draft)).status).toBe(201)
    expect((await olga('PATCH', `/api/members/${ids.author}`, { role: 'viewer' })).body).toMatchObject({
      role: 'viewer',
    })
    expect((await ana('POST', '/api/experiences', draft)).body).toMatchObject({ code: 'forbidden' })
    expect((await olga('DELETE', `/api/members/${ids.author}`)).status).toBe(204)
    expect((await ana('GET', '/api/me')).status).toBe(401)
  })

  test('the last owner cannot leave or become less', async () => {
    const { as, ids } = await company(await open())
    const olga = await as('owner')
    expect((await olga('DELETE', `/api/members/${ids.owner}`)).body).toMatchObject({ code: 'conflict' })
    expect((await olga('PATCH', `/api/members/${ids.owner}`, { role: 'author' })).status).toBe(409)
    await olga('PATCH', `/api/members/${ids.author}`, { role: 'owner' })
    expect((await olga('PATCH', `/api/members/${ids.owner}`, { role: 'author' })).status).toBe(200)
  })

  test('a guesser is slowed down, whatever address he writes in X-Forwarded-For', async () => {
    const { visit } = await company(await open())
    const statuses: number[] = []
    for (let i = 0; i < 11; i++) {
      const guess = { email: people.owner.email, password: `palpite-numero-${i}` }
      const forged = { 'x-forwarded-for': `10.0.0.${i}` }
      statuses.push((await visit()('POST', '/api/sign-in', guess, forged)).status)
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429])
    const refused = await visit()('POST', '/api/sign-in', { email: people.owner.email, password: PASSWORD })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test("another site's page cannot act with Olga's cookie", async () => {
    const { as, app } = await company(await open())
    const olga = await as('owner')
    const draft = { kind: 'tour', name: 'Primeira venda' }
    const elsewhere = { origin: 'https://loja-falsa.example' }
    expect((await olga('POST', '/api/experiences', draft, elsewhere)).status).toBe(403)
    expect((await olga('POST', '/api/experiences', draft, { 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    )
    expect((await olga('POST', '/api/experiences', draft, { 'content-type': 'text/plain' })).status).toBe(400)
    const form = await app.request('/api/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ email: 'x' }),
    })
    expect(form.status).toBe(400)
  })
})
