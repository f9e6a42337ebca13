import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Installation } from '#contract/workspace'
import { company } from '../auth/testing'
import { forEachDialect } from '../db/testing'
import { IDENTITY_SECRET } from '../environments/testing'

forEachDialect('the installation page', (open) => {
  test('gives the snippet with the key, tells whether tills were heard, and shows the secret to owners only', async () => {
    const office = await company(await open())
    const distDir = mkdtempSync(join(tmpdir(), 'trilha-dist-'))
    try {
      mkdirSync(join(distDir, 'sdk'))
      writeFileSync(
        join(distDir, 'sdk', 'snippet.html'),
        '<script src="__TRILHA_ORIGIN__/x">"__TRILHA_KEY__"</script>\n',
      )
      Object.assign(office.services.settings, { distDir, publicUrl: 'https://trilha.example' })

      const olga = await office.as('owner')
      const fresh = await olga<Installation>('GET', '/api/production/installation')
      expect(fresh.body).toEqual({
        snippet: '<script src="https://trilha.example/x">"pk_production"</script>',
        publicKey: 'pk_production',
        identitySecret: IDENTITY_SECRET,
        signedShare: null,
      })

      const maria = await office.till('maria', 'mercearia')
      await maria('login')
      const ana = await office.as('author')
      const heard = await ana<Installation>('GET', '/api/production/installation')
      expect(heard.body).toMatchObject({
        lastEventAt: office.services.clock.now,
        lastSdk: '0.1.0',
        signedShare: 0,
      })
      expect(heard.body.identitySecret).toBeUndefined()
    } finally {
      rmSync(distDir, { recursive: true })
    }
  })

  test('says so when the script was not built', async () => {
    const office = await company(await open())
    Object.assign(office.services.settings, { distDir: '/nowhere' })
    const olga = await office.as('owner')
    expect((await olga('GET', '/api/production/installation')).body).toMatchObject({ code: 'unavailable' })
  })

  test('an owner says where the application runs, and authors are led there and nowhere else', async () => {
    const office = await company(await open())
    const [olga, ana] = [await office.as('owner'), await office.as('author')]
    const put = (appUrl: unknown, by = olga) => by('PUT', '/api/production/installation/app', { appUrl })
    await ana('POST', '/api/experiences', {
      kind: 'tour',
      name: 'Primeira venda',
      audience: { all: [] },
      trigger: { on: 'load' },
      frequency: {},
      steps: [{ id: 'caixa', title: { 'pt-BR': 'Caixa' }, body: [], advance: { on: 'button' } }],
    })
    const codeFor = async (origin: string) => {
      const asked = { key: 'pk_production', experience: 'primeira-venda', challenge: 'c'.repeat(43) }
      return (await ana('POST', '/api/authoring/codes', { ...asked, origin })).status
    }
    expect(await codeFor('https://caixa.example')).not.toBe(201)

    expect(await put('https://caixa.example/inicio')).toMatchObject({
      status: 200,
      body: { appUrl: 'https://caixa.example/inicio' },
    })
    expect(await codeFor('https://caixa.example')).toBe(201)
    expect(await codeFor('https://outro.example')).toBe(403)

    for (const wrong of ['javascript:alert(1)', 'caixa.example', 7])
      expect([wrong, (await put(wrong)).status]).toEqual([wrong, 422])
    expect((await put('https://outro.example', ana)).status).toBe(403)
    expect(await codeFor('https://caixa.example')).toBe(201)
  })
})
