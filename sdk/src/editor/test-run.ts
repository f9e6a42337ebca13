import type { TourContent } from '#contract/experience'
import type { Theme } from '#contract/theme'
import { contextFor } from '../stage/context'
import type { House } from '../stage/house'
import type { Stop } from '../surfaces/surface'
import { prepare, show } from '../surfaces/tour'

/**
 * Runs the draft on the page as a till would, from one step on: its waiting, its events, its cards. Nothing of it is
 * recorded, and nobody's progress changes.
 */
export function testFrom(
  house: House,
  tour: TourContent,
  stepId: string,
  { locale, theme, onOver }: { locale: string; theme?: Theme; onOver: () => void },
): Stop {
  let stopped = false
  let stop: Stop = () => {
    stopped = true
  }
  const startedAt = house.facts().now
  const past = { startedAt, step: { id: stepId, at: startedAt } }
  const context = contextFor(
    { past: () => past, record: () => {}, show: () => {}, closed: onOver },
    { ...house, locale: () => locale },
  )
  void prepare(tour, locale).then(() => {
    if (stopped) return
    const running = show(
      tour,
      { ...context, theme: () => theme ?? context.theme() },
      { startedByPerson: true },
    )
    stop = running.stop
  })
  return () => stop()
}
