import type { Signal } from '../core/signal'
import type { Heard } from '../core/visit'
import type { Stop } from '../surfaces/surface'

/** One name of an event that this page has sent, and when it last did. */
export interface HeardEvent {
  name: string
  at: number
  times: number
}

const MOST = 12

/** Our own (`tour.started`, `trilha.error`) have a dot; a host's names are what steps may wait for. */
const isTheirs = (name: string) => !/^(tour|checklist|trilha)\./.test(name)

/** Adds one to the list: the newest first, each name once. Pure. */
export function addHeard(list: HeardEvent[], name: string, at: number): HeardEvent[] {
  if (!isTheirs(name)) return list
  const times = (list.find((one) => one.name === name)?.times ?? 0) + 1
  return [{ name, at, times }, ...list.filter((one) => one.name !== name)].slice(0, MOST)
}

/** Tells the list of what the page sends, as it sends it. */
export function hearEvents(
  heard: Signal<Heard>,
  tell: (change: (list: HeardEvent[]) => HeardEvent[]) => void,
): Stop {
  return heard.on(({ name }) => tell((list) => addHeard(list, name, Date.now())))
}
