import type { Content } from '#contract/experience'
import { drawable } from '../../../../sdk/src/editor/draft/draft'
import { starts } from '../../editors/starts'
import { locale, texts } from '../../locales'
import { DeviceFrame } from '../../preview/device'
import { devices, rectOf, screenOf } from '../../preview/screen'
import { Surface } from '../../preview/surface'
import { TillScreen } from '../../preview/till-screen'

const SIZE = devices.desktop
const SCREEN = screenOf(SIZE)

/** A step of the template as a till shows it: the real surface on the drawn screen. */
export function Example() {
  const { empty } = texts().contents
  const tour = starts.firstSale('')
  const step =
    tour.kind === 'tour' ? tour.steps.find(({ target }) => target?.selector?.includes('busca')) : undefined
  const rect = step?.target ? rectOf(step.target, SCREEN) : null
  return (
    <figure class="example" inert>
      <DeviceFrame device="desktop" label={empty.pictureNote}>
        <TillScreen size={SIZE} screen={SCREEN} mode="light" />
        <Surface
          content={{ ...drawable(tour), id: 'example', version: 0 } as Content}
          options={{
            stepId: step?.id,
            locale: locale.value,
            targetRect: rect,
            targetRadius: 12,
            avoid: [SCREEN.main],
            viewport: SIZE,
          }}
        />
      </DeviceFrame>
      <figcaption>{empty.pictureNote}</figcaption>
    </figure>
  )
}
