import { beforeEach, expect, test } from 'vitest'
import type { Milestone, MilestoneInput } from '#contract/milestone'
import { locale } from '../../locales'
import { check } from './check'

const firstSale: MilestoneInput = {
  key: 'primeira_nota',
  name: { 'pt-BR': 'Primeira venda com nota' },
  flag: 'firstValue',
  needs: [{ event: 'nfce_autorizada' }],
  deadlineDays: 7,
  weight: 15,
}
const saved: Milestone = { ...firstSale, id: 'm1', position: 0, revision: 0, updatedAt: 0, updatedBy: 'Ana' }

beforeEach(() => {
  locale.value = 'pt-BR'
})

test('a milestone with all it needs is saved', () => {
  expect(check(firstSale, [])).toEqual({})
})

test('each field that keeps it from being saved says what to do', () => {
  const empty = { ...firstSale, key: 'Primeira Nota', name: { 'pt-BR': ' ' }, needs: [] }
  expect(Object.keys(check(empty, []))).toEqual(['name', 'key', 'needs'])
})

test('a key and the first value stand once on a ladder', () => {
  const wrong = check(firstSale, [saved])
  expect(wrong.key).toBe('Já existe um marco com esta chave.')
  expect(wrong.flag).toContain('Primeira venda com nota')
})

test('days, weight and hours outside of what the API takes are marked at their field', () => {
  expect(check({ ...firstSale, deadlineDays: -3 }, []).deadlineDays).toBe('Use um número de 1 a 365.')
  expect(check({ ...firstSale, deadlineDays: 5000 }, []).deadlineDays).toBe('Use um número de 1 a 365.')
  expect(check({ ...firstSale, weight: 0.5 }, [])).toEqual({})
  expect(check({ ...firstSale, weight: 2000 }, []).weight).toBeDefined()
  expect(check({ ...firstSale, within: { of: 'primeiro_login', hours: 9000 } }, []).hours).toBeDefined()
})
