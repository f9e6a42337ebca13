import { beforeEach, expect, test } from 'vitest'
import { ago, counted, date, days, list, moment, number, percent, seconds, time } from './format'
import { locale } from './locales'

const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).getTime()
const now = at(17, 17, 30)

beforeEach(() => {
  locale.value = 'pt-BR'
})

test('a percentage never parts from its sign: a narrow space in Portuguese, none in English', () => {
  expect(percent(0.63)).toBe('63,0\u202f%')
  locale.value = 'en'
  expect(percent(0.63)).toBe('63.0%')
})

test('thousands, decimals and a real minus', () => {
  expect(number(1842)).toBe('1.842')
  expect(number(-3.5, 1)).toBe('\u22123,5')
})

test('an estimate is never taken for a count', () => {
  expect(counted(1842, {})).toBe('1.842')
  expect(counted(1842, { estimatedFrom: 900 })).toBe('≈\u202f1.842')
})

test('days have one decimal below ten and are singular below two', () => {
  expect(days(1.7)).toBe('1,7 dia')
  expect(days(3)).toBe('3,0 dias')
  expect(days(12)).toBe('12 dias')
  locale.value = 'en'
  expect(days(1.7)).toBe('1.7 days')
  expect(days(1)).toBe('1.0 day')
})

test('moments are today and yesterday with the hour, then the date, with the year only when it is another', () => {
  expect(moment(at(17, 9, 48), now)).toBe('hoje, 09:48')
  expect(moment(at(16, 17, 5), now)).toBe('ontem, 17:05')
  expect(moment(at(3, 8, 0), now)).toBe('03/11')
  expect(date(new Date(2025, 10, 3).getTime(), now)).toBe('03/11/2025')
})

test('the hour is of 24 in both languages, midnight too', () => {
  expect(time(at(17, 0, 5))).toBe('00:05')
  locale.value = 'en'
  expect(time(at(17, 20, 5))).toBe('20:05')
})

test('how long ago is said in the largest whole unit, and a clock that runs ahead is now', () => {
  expect(ago(now - 130_000, now)).toBe('há 2 minutos')
  expect(ago(now - 3 * 86_400_000, now)).toBe('há 3 dias')
  expect(ago(now + 60_000, now)).toBe('agora')
})

test('times on a step and lists of names', () => {
  expect(seconds(6)).toBe('6 s')
  expect(seconds(130)).toBe('2 min 10 s')
  expect(seconds(3900)).toBe('1 h 05 min')
  expect(list(['Caixa', 'Venda', 'Produtos'])).toBe('Caixa, Venda e Produtos')
})
