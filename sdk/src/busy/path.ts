import type { BusyRule } from '#contract/busy'
import { matchesPath } from '#contract/path'
import type { Visit } from '../core/visit'
import type { Stop } from '../surfaces/surface'
import type { Tell } from '.'

type PathRule = Extract<BusyRule, { while: 'path' }>

export function whilePath({ path }: PathRule, visit: Pick<Visit, 'facts' | 'moved'>, tell: Tell): Stop {
  const ask = () => tell(matchesPath(path, visit.facts().path))
  ask()
  return visit.moved.on(ask)
}
