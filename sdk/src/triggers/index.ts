import { matchesPath } from '#contract/path'
import { matches } from '#contract/resolve'
import type { Trigger } from '#contract/trigger'
import { upkeep } from '../core/parts'
import type { Visit } from '../core/visit'
import type { Stop } from '../surfaces/surface'

/** Calls `fire` at each moment the trigger speaks of, the present one included. Returns a function that stops. */
export function onTrigger(trigger: Trigger, visit: Visit, fire: () => void): Stop | undefined {
  const ask = () => isStillTrue(trigger, visit) && fire()
  switch (trigger.on) {
    // A route of a single-page host is a page to the person, so it counts as loaded.
    case 'load':
    case 'path':
      ask()
      return visit.moved.on(ask)
    case 'event':
      return visit.heard.on(({ name, properties }) => {
        if (name === trigger.event && (!trigger.where || matches(properties, trigger.where))) fire()
      })
    case 'element':
      return upkeep?.watch(trigger.target, (located) => located && fire())
    case 'idle':
      return upkeep?.onIdle(trigger.idleMs, fire)
  }
}

/** Whether what fired earlier still speaks of this page: a deferred guide must not open on another one. */
export const isStillTrue = (trigger: Trigger, visit: Visit) =>
  trigger.on !== 'path' || matchesPath(trigger.path, visit.facts().path)
