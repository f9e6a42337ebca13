import { expect, test } from 'vitest'
import { localDay, startOfLocalDay, zoneOffsetMs } from './local-day'

const HOUR_MS = 60 * 60 * 1000
const zones = [
  'America/Sao_Paulo',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
]

test('a shop’s day is the one on its wall, in each half hour of years with and without summer time', {
  timeout: 30_000,
}, () => {
  for (const zone of zones) {
    const wall = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
    // Brazil had summer time until 2019; the odd step walks through all hours.
    for (let at = Date.UTC(2017, 0, 1); at < Date.UTC(2020, 0, 1); at += 7.5 * HOUR_MS)
      expect(new Date(localDay(zone, at) * 24 * HOUR_MS).toISOString().slice(0, 10)).toBe(wall.format(at))
  }
})

test('on the night of the change each side of it has its own clock', () => {
  // New York, 10 March 2019, 2:00 becomes 3:00 at 7:00 UTC.
  const change = Date.UTC(2019, 2, 10, 7)
  expect(zoneOffsetMs('America/New_York', change - 1)).toBe(-5 * HOUR_MS)
  expect(zoneOffsetMs('America/New_York', change)).toBe(-4 * HOUR_MS)
  expect(startOfLocalDay('America/New_York', localDay('America/New_York', change))).toBe(
    Date.UTC(2019, 2, 10, 5),
  )
})
