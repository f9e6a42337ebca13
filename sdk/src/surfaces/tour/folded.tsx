import { pillWords } from '../../locales/pt-BR/pill'
import { sayIn } from '../../locales/say'
import { Pill, type PillProps } from '../frame/pill'
import type { Ways } from '../surface'
import type { FoldedView, Session } from './session'

export interface FoldedProps extends Pick<Ways, 'navigate'>, Pick<Session, 'resume'> {
  view: FoldedView
  locale: string
}

/** A tour folded away: what waits for what, and where a press leads. */
export function Folded({ view, locale, navigate, resume }: FoldedProps) {
  const { because, step, n, of } = view
  const { path } = step
  const say = sayIn(locale, pillWords)
  const pill = (more: Pick<PillProps, 'label' | 'onPress' | 'late'>) => <Pill share={n / of} {...more} />
  if (because === 'sale') return pill({ label: say('waitsForSale', { n, of }) })
  if (because === 'resume') return pill({ label: say('resume', { n }), onPress: resume })
  // A path with a wildcard names many pages; only she knows which one.
  if (because === 'elsewhere' && path && !path.includes('*'))
    return pill({ label: say('resume', { n }), onPress: () => navigate(path) })
  return pill({ label: say('waits', { n, of }), late: true })
}
