import { defaultTheme } from '#contract/default-theme'
import type { TourContent } from '#contract/experience'
import type { Theme } from '#contract/theme'
import { fetchUpkeep } from '../core/parts'
import { contextFor } from '../stage/context'
import type { House } from '../stage/house'
import type { Stop } from '../surfaces/surface'
import { prepare, show } from '../surfaces/tour'

interface Run {
  locale: string
  theme?: Theme
  /** The tour stands on the screen, above all that was there. */
  onShown: () => void
  onOver: () => void
}

/**
 * Runs the draft on the page as a till would, from one step on: its waiting, its events, its cards. Nothing of it is
 * recorded, and nobody's progress changes.
 */
export function testFrom(
  house: House,
  tour: TourContent,
  stepId: string,
  { locale, theme, onShown, onOver }: Run,
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
  // The upkeep knows the names that texts ask for; a till has it by then.
  void Promise.all([prepare(tour, locale), fetchUpkeep()]).then(() => {
    if (stopped) return
    const running = show(tour, { ...context, theme: () => theme ?? defaultTheme }, { startedByPerson: true })
    stop = running.stop
    onShown()
  })
  return () => stop()
}
