import type { Kind } from '#contract/experience'
import type { SurfaceModule } from './surface'

/**
 * One line per kind; each is loaded on first use. `exclusive` takes the screen, one at a time;
 * the others have one place per kind beside it.
 */
export const surfaces: {
  [K in Kind]: { exclusive: boolean; load: () => Promise<SurfaceModule<K>> }
} = {
  tour: { exclusive: true, load: () => import('./tour') },
  checklist: { exclusive: false, load: () => import('./checklist') },
}
