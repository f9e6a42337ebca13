import type { Stop } from '../../surfaces/surface'

export interface PickKeys {
  up(): void
  down(): void
  left(): void
  right(): void
  next(): void
  previous(): void
  choose(): void
  cancel(): void
}

const ARROWS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const

/**
 * Takes every key while pointing, wherever the focus is: the host hears none, and no menu of its closes because the
 * focus moved. Our own buttons and fields keep theirs.
 */
export function hearKeys(root: HTMLElement, hasCard: () => boolean, keys: PickKeys): Stop {
  function pressed(event: KeyboardEvent) {
    const from = event.composedPath()[0] as Element
    const isOurs = root.contains(from)
    const isField = isOurs && from.localName === 'input'
    const command = commandOf(event, isOurs, isField)
    // Ours reach our own elements and end at our root; nobody else's reach anything.
    if (!isOurs) event.stopImmediatePropagation()
    if (!command) {
      if (!isOurs) event.preventDefault()
      return
    }
    event.stopImmediatePropagation()
    event.preventDefault()
    if (event.type === 'keydown') keys[command]()
  }

  function commandOf(
    { key, shiftKey }: KeyboardEvent,
    isOurs: boolean,
    isField: boolean,
  ): keyof PickKeys | undefined {
    if (key === 'Escape') return 'cancel'
    if (isField) return undefined
    if (key in ARROWS) return ARROWS[key as keyof typeof ARROWS]
    // With a card open Tab and Enter belong to its buttons.
    if (hasCard()) return undefined
    if (key === 'Tab') return shiftKey ? 'previous' : 'next'
    return key === 'Enter' && !(isOurs && from(root)) ? 'choose' : undefined
  }

  const windows = windowsOf(window)
  const ownEnd = (event: Event) => event.stopPropagation()
  const types = ['keydown', 'keyup', 'keypress'] as const
  for (const view of windows) for (const type of types) view.addEventListener(type, pressed, true)
  for (const type of types) root.addEventListener(type, ownEnd)
  return () => {
    for (const view of windows) for (const type of types) view.removeEventListener(type, pressed, true)
    for (const type of types) root.removeEventListener(type, ownEnd)
  }
}

/** Whether a button of ours has the focus. */
const from = (root: HTMLElement) => {
  const active = (root.getRootNode() as ShadowRoot).activeElement
  return !!active && root.contains(active) && active.localName === 'button'
}

/** The window and its frames of the same origin: a key pressed in a frame is heard only there. */
export function windowsOf(view: Window): Window[] {
  const found = [view]
  for (let i = 0; i < view.frames.length; i++) {
    try {
      const inside = view.frames[i]!
      if (inside.document) found.push(...windowsOf(inside))
    } catch {
      // A stranger's frame: its keys are its own.
    }
  }
  return found
}
