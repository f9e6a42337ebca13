import type { Issue } from './errors'
import type { Step } from './experience'

// Words of advice on a draft: they keep nothing from being published.

const ADVICE: ReadonlySet<string> = new Set(['translation_missing', 'covers_screen'])

export const isBlocking = ({ code }: Issue) => !ADVICE.has(code)

/**
 * A step in the centre that waits for something to happen at the till lies over the very screen where it would: the
 * person has to close it to do what it asks.
 */
export const coversScreen = ({
  look = 'card',
  target,
  advance,
}: Pick<Step, 'target' | 'advance'> & Partial<Pick<Step, 'look'>>) =>
  advance.on === 'event' && (look !== 'card' || !target)
