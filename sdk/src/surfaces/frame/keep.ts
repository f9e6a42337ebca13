import type { Stop } from '../surface'
import { forgetRoots } from './sight'
import { onSize } from './size'

/**
 * Keeps a frame on top of the host's page: `settle` when a dialog opened or closed, or the host threw the frame away;
 * `resized` when the window has another size, `changed` with each change of the page. Returns a function that stops.
 */
export function keepFrame(
  frame: Element,
  settle: () => void,
  resized: () => void,
  changed?: () => void,
): Stop {
  // A modal dialog makes the rest of the page inert: while one is open around the target, we live inside it.
  const dialogs = new MutationObserver((changes) => {
    forgetRoots()
    if (changes.some(({ attributeName }) => attributeName === 'open')) settle()
    changed?.()
  })
  dialogs.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['open', 'hidden', 'class', 'style'],
  })
  let { innerWidth, innerHeight } = window
  const unsize = onSize(frame, () => {
    settle()
    if (window.innerWidth === innerWidth && window.innerHeight === innerHeight) return
    ;({ innerWidth, innerHeight } = window)
    forgetRoots()
    resized()
  })
  // Meanwhile a dialog may have opened.
  settle()
  return () => {
    dialogs.disconnect()
    unsize()
  }
}
