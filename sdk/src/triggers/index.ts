import { matches, matchesPath } from '#contract/resolve'
import type { Target } from '#contract/target'
import type { Trigger } from '#contract/trigger'
import type { Visit } from '../core/visit'
import type { Located, Stop } from '../surfaces/surface'
import { onIdle } from './idle'

/** What a trigger may listen to. */
export interface Moments {
  visit: Visit
  watch(target: Target, listener: (located: Located) => void): Stop
}

/** Calls `fire` at each moment the trigger speaks of, the present one included. Returns a function that stops. */
export function onTrigger(trigger: Trigger, { visit, watch }: Moments, fire: () => void): Stop {
  switch (trigger.on) {
    // A route of a single-page host is a page to the person, so it counts as loaded.
    case 'load':
    case 'path': {
      const ask = () => isStillTrue(trigger, visit) && fire()
      ask()
      return visit.moved.on(ask)
    }
    case 'event':
      return visit.heard.on(({ name, properties }) => {
        if (name === trigger.event && (!trigger.where || matches(properties, trigger.where))) fire()
      })
    case 'element':
      return watch(trigger.target, (located) => located && fire())
    case 'idle':
      return onIdle(trigger.idleMs, fire)
    default:
      return () => {}
  }
}

/** Whether what fired earlier still speaks of this page: a deferred guide must not open on another one. */
export const isStillTrue = (trigger: Trigger, visit: Visit) =>
  trigger.on !== 'path' || matchesPath(trigger.path, visit.facts().path)
