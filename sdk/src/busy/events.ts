import type { BusyRule } from '#contract/busy'
import { now } from '../core/clock'
import type { Heard, Visit } from '../core/visit'
import type { Stop } from '../surfaces/surface'
import type { Tell } from '.'

type EventsRule = Extract<BusyRule, { while: 'events' }>

const MINUTE_MS = 60_000

/** From one event until another; a reload in the middle of it changes nothing, for the shop is where it was. */
export function betweenEvents(rule: EventsRule, visit: Pick<Visit, 'facts' | 'heard'>, tell: Tell): Stop {
  const { from, until, atMostMinutes, name } = rule
  const key = `trilha.busy:${name}`
  const mostMs = atMostMinutes * MINUTE_MS

  const hear = ({ name, at }: Heard) => {
    const leftMs = Math.min(mostMs, at + mostMs - now())
    if (name === from && leftMs > 0) {
      keep(key, Date.now() + leftMs)
      tell(true, leftMs)
    } else if (until.includes(name)) {
      keep(key)
      tell(false)
    }
  }

  const leftMs = kept(key) - Date.now()
  // A clock that was set back since would make it last for days.
  if (leftMs > 0 && leftMs <= mostMs) tell(true, leftMs)
  else tell(false)
  // What was heard while these lines were on their way.
  for (const heard of visit.facts().happened) hear(heard)
  return visit.heard.on(hear)
}

function keep(key: string, until?: number) {
  try {
    if (until) sessionStorage.setItem(key, `${until}`)
    else sessionStorage.removeItem(key)
  } catch {
    // Without storage it lasts as long as the page.
  }
}

function kept(key: string): number {
  try {
    return Number(sessionStorage.getItem(key)) || 0
  } catch {
    return 0
  }
}
