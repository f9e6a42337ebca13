import { html, render } from 'lit'
import { onRoute, own, path } from '../router.ts'
import { operator, shop, signIn } from '../state/session.ts'
import { get, isShopOpen, onChange } from '../state/store.ts'
import { readWorld } from './world.ts'

/**
 * A till of a chosen device size lives in a frame, where the page really has that size: media queries,
 * the guide's placement and touch areas are those of the device. The bar outside and the till inside talk here.
 */

const NAME = 'caixa-facil-frame'
const AIR_PX = 24

/** Who can stand at the till, and who does. */
export interface Crew {
  shopId: string
  people: [id: string, name: string][]
  current: string
}

interface News {
  path: string
  crew: Crew | null
}

interface Wish {
  switchTo: string
}

export const isFramed = window.parent !== window && window.name === NAME

export const crew = (): Crew | null =>
  isShopOpen()
    ? {
        shopId: shop()?.id ?? '',
        people: get('operators').map(({ id, name }) => [id, name]),
        current: operator()?.id ?? '',
      }
    : null

/** Changes the cashier as a PIN would, without a reload. */
export function switchTo(id: string): void {
  const who = get('operators').find((other) => other.id === id)
  if (who) void signIn(who, who.pin)
}

/** Inside the frame: tells the bar where the till is and who is at it, and does what the bar asks. */
export function answerTheBar(): void {
  const tell = () => parent.postMessage({ path: path(), crew: crew() } satisfies News, location.origin)
  onChange(tell)
  onRoute(tell)
  window.addEventListener('message', ({ origin, data }: MessageEvent<Wish>) => {
    if (origin === location.origin && data?.switchTo) switchTo(data.switchTo)
  })
}

/** Outside: draws the device, keeps the address bar in step, and passes on who is at the till. */
export function mountFrame(
  place: HTMLElement,
  hear: (crew: Crew | null) => void,
): { resize: () => void; ask: (id: string) => void } {
  render(
    html`<div class="device-room"><iframe class="device" name=${NAME} title="Caixa Fácil" src=${own(location.pathname)}></iframe></div>`,
    place,
  )
  const frame = place.querySelector<HTMLIFrameElement>('.device')!
  const resize = () => {
    const [width = 0, height = 0] = readWorld().size.split('x').map(Number)
    const scale = Math.min(1, (place.clientWidth - AIR_PX) / width, (place.clientHeight - AIR_PX) / height)
    // A scaled box still takes its full room; the negative margins give the rest back.
    const margin = `${(-height * (1 - scale)) / 2}px ${(-width * (1 - scale)) / 2}px`
    Object.assign(frame.style, {
      width: `${width}px`,
      height: `${height}px`,
      transform: `scale(${scale})`,
      margin,
    })
  }
  window.addEventListener('resize', resize)
  window.addEventListener('message', ({ origin, data }: MessageEvent<News>) => {
    if (origin !== location.origin || !data?.path) return
    history.replaceState(null, '', own(data.path))
    hear(data.crew)
  })
  resize()
  return {
    resize,
    ask: (id) => frame.contentWindow?.postMessage({ switchTo: id } satisfies Wish, location.origin),
  }
}
