import type { EventRow } from './row'

/** What one of our own events speaks of. */
export interface About {
  experience: string
  version: number
  run: string
  /** Step or task. */
  part: string
}

/** Undefined for a host's own events, and for ours if they do not say what they should. */
export function aboutOf({ name, properties }: Pick<EventRow, 'name' | 'properties'>): About | undefined {
  if (!/^(tour|checklist)\./.test(name)) return undefined
  const { experience, version, run, step, task } = properties
  if (!isId(experience) || !Number.isSafeInteger(version) || Math.abs(version as number) > 1e9)
    return undefined
  return {
    experience,
    version: version as number,
    run: isId(run) ? run : '',
    part: isId(step) ? step : isId(task) ? task : '',
  }
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 120
