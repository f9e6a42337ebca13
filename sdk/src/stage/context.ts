import type { Bundle } from '#contract/bundle'
import { upkeep } from '../core/parts'
import { knowsWords, learnWords } from '../locales/say'
import type { SurfaceContext } from '../surfaces/surface'
import type { House } from './house'

type Own = Pick<SurfaceContext, 'past' | 'record' | 'show' | 'closed'>

/** The context of one showing, in which every call of the surface is safe for the host. */
export function contextFor(own: Own, house: House): SurfaceContext {
  const { safe, me, facts, locale, options, changed } = house
  const bundle = (): Partial<Bundle> => me().bundle || {}
  return {
    past: own.past,
    record: safe(own.record),
    show: safe(own.show),
    closed: safe(own.closed),
    facts,
    locale,
    bundle,
    theme: () => bundle().theme || upkeep!.defaultTheme,
    // A content with such words, or an image, waits for the part that knows them: see `fetchParts`.
    lookup: (name) => upkeep?.lookUp(name, house),
    mayLoad: (url) => !!upkeep?.mayLoad(url, options),
    onChanged(listener) {
      const tell = safe(listener)
      // Only a change of language has words to wait for.
      return changed.on(() => void (knowsWords(locale()) ? tell() : learnWords(locale()).then(tell)))
    },
    watch: (target, listener) => upkeep!.watch(target, safe(listener)),
    ways: () => upkeep!.waysOf(house),
    nonce: options.nonce,
  }
}
