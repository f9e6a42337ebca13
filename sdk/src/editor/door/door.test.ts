import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { MARK as CONTRACT_MARK } from '#contract/authoring'
import { readAddress } from './address'
import { nextLeg } from './enter'
import { MARK } from './mark'
import { challengeOf, makeSecret } from './pkce'
import type { Tab } from './tab'

describe('the secret of a journey', () => {
  test('is what the published example says (RFC 7636, appendix B)', () => {
    expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    )
  })

  test('is another one each time, and hashed as the API hashes it', () => {
    const [one, other] = [makeSecret(), makeSecret()]
    expect(one).toMatch(/^[\w-]{43}$/)
    expect(one).not.toBe(other)
    expect(challengeOf(one)).toBe(createHash('sha256').update(one).digest('base64url'))
  })
})

describe('the address', () => {
  test('uses the word that the console uses', () => {
    expect(MARK).toBe(CONTRACT_MARK)
  })

  test.each([
    ['#trilha-editor=primeira-venda', { rest: '', mark: { experience: 'primeira-venda' } }],
    ['#/venda&trilha-editor=x', { rest: '#/venda', mark: { experience: 'x' } }],
    ['#trilha-editor=abc_-1.st-2', { rest: '', mark: { code: 'abc_-1', state: 'st-2' } }],
    ['#trilha-editor=venda~passo-3', { rest: '', mark: { experience: 'venda', step: 'passo-3' } }],
    [
      '#trilha-editor=venda~passo-3~test',
      { rest: '', mark: { experience: 'venda', step: 'passo-3', test: true } },
    ],
    ['#/venda', { rest: '#/venda' }],
    ['', { rest: '' }],
    ['#trilha-editor=https://evil.example', { rest: '#trilha-editor=https://evil.example' }],
  ])('%s', (hash, address) => {
    expect(readAddress(hash)).toEqual(address)
  })
})

describe('the next leg', () => {
  const now = 1_000_000
  const tab: Tab = {
    experience: 'venda',
    step: 'passo-3',
    sentAt: [],
    trip: { verifier: 'v', state: 's', hash: '' },
  }

  test('whoever comes from the console goes there for a code', () => {
    expect(nextLeg({ experience: 'venda' }, undefined, now)).toEqual({
      go: 'console',
      experience: 'venda',
      step: undefined,
      test: undefined,
      sentAt: [now],
    })
  })

  test('whoever follows an alarm comes to its step, wherever she was before', () => {
    expect(nextLeg({ experience: 'venda', step: 'passo-5' }, tab, now)).toMatchObject({ step: 'passo-5' })
  })

  test('whoever comes to see the draft run says so once: a reload is for writing again', () => {
    const coming = nextLeg({ experience: 'venda', step: 'passo-1', test: true }, tab, now)
    expect(coming).toMatchObject({ go: 'console', step: 'passo-1', test: true })
    expect(nextLeg(undefined, { ...tab, test: true }, now)).toMatchObject({ test: undefined })
  })

  test('a reload takes the same way and comes back to the same step', () => {
    expect(nextLeg(undefined, tab, now)).toMatchObject({
      go: 'console',
      experience: 'venda',
      step: 'passo-3',
    })
  })

  test('another tour begins at its own first step', () => {
    expect(nextLeg({ experience: 'guia' }, tab, now)).toMatchObject({ experience: 'guia', step: undefined })
  })

  test('a code is exchanged by the tab that asked for it', () => {
    expect(nextLeg({ code: 'c', state: 's' }, tab, now)).toMatchObject({
      go: 'exchange',
      code: 'c',
      verifier: 'v',
    })
  })

  test('a code that somebody sent is not', () => {
    expect(nextLeg({ code: 'c', state: 'other' }, tab, now)).toMatchObject({ because: 'stranger' })
    expect(nextLeg({ code: 'c', state: 's' }, undefined, now)).toMatchObject({ because: 'stranger' })
    expect(nextLeg({ code: 'c', state: 's' }, { ...tab, trip: undefined }, now)).toMatchObject({
      because: 'stranger',
    })
  })

  test('nobody is sent in circles', () => {
    const dizzy = { ...tab, sentAt: [now - 4000, now - 3000, now - 2000, now - 1000] }
    expect(nextLeg(undefined, dizzy, now)).toMatchObject({ go: 'stop', because: 'circle' })
    expect(nextLeg(undefined, dizzy, now + 60_000)).toMatchObject({ go: 'console' })
  })

  test('a page that nobody came to write on is left alone', () => {
    expect(nextLeg(undefined, undefined, now)).toEqual({ go: 'nowhere' })
  })
})
