import type { Stop } from '../../surfaces/surface'
import { scrollAt } from './under'

export interface PickPointers {
  /** `exact`: the very part under the pointer, not the control it belongs to. */
  point(x: number, y: number, exact: boolean): void
  /** What is outlined now, or null; while a card is open nothing is being aimed at. */
  aimed(): Element | null
  hasCard(): boolean
  choose(): void
  again(): void
  /** Mouse or finger: what the hint says, and whether a first tap already takes. */
  touched(isTouch: boolean): void
}

/** Lays a pane over the screen that takes every touch, so that the host feels none. Start returns stop. */
export function hearPointers(root: HTMLElement, on: PickPointers): Stop {
  const pane = root.appendChild(document.createElement('div'))
  pane.className = 'pick-shield'
  /** What the tap before this one outlined: the second tap on it takes it. */
  let outlined: Element | null = null
  const aim = ({ clientX, clientY, altKey }: MouseEvent) => on.point(clientX, clientY, altKey)
  const hear = <K extends keyof HTMLElementEventMap>(
    name: K,
    heard: (event: HTMLElementEventMap[K]) => void,
  ) => pane.addEventListener(name, heard)

  // The focus stays where it is: a menu of the host's that would close without it stays open to be pointed at.
  hear('mousedown', (event) => event.preventDefault())
  hear('contextmenu', (event) => event.preventDefault())
  hear('wheel', ({ clientX, clientY, deltaX, deltaY }) => scrollAt(clientX, clientY, deltaX, deltaY))
  hear('pointermove', (event) => !on.hasCard() && aim(event))
  hear('pointerdown', (event) => {
    const isTouch = event.pointerType !== 'mouse'
    on.touched(isTouch)
    outlined = isTouch && !on.hasCard() ? on.aimed() : null
    if (isTouch && !on.hasCard()) aim(event)
  })
  hear('click', (event) => {
    if (on.hasCard()) {
      on.again()
      return aim(event)
    }
    const isTouch = 'pointerType' in event && /touch|pen/.test(String(event.pointerType))
    if (!isTouch) aim(event)
    if (!isTouch || (outlined && outlined === on.aimed())) on.choose()
  })

  // What bubbles out of our root would look to the host like a touch beside its menu.
  const end = (event: Event) => event.stopPropagation()
  const types = [
    'pointerdown',
    'pointerup',
    'mousedown',
    'mouseup',
    'click',
    'dblclick',
    'touchstart',
    'touchend',
  ]
  for (const type of types) root.addEventListener(type, end)
  return () => {
    for (const type of types) root.removeEventListener(type, end)
    pane.remove()
  }
}
