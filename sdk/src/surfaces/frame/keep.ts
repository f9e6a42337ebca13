import type { Stop } from '../surface'
import type { Frame } from './frame'
import { guardPresses } from './guard'
import { forgetRoots } from './sight'
import { onSize } from './size'

/**
 * Keeps a frame on top of the host's page, also when a dialog opened or closed or the host threw the frame away, and
 * a scanner from pressing what is in it. `resized` when the window has another size, `changed` with each change of the
 * page. Returns a function that stops.
 */
export function keepFrame({ host, stage, settle }: Frame, resized: () => void, changed?: () => void): Stop {
  // Not by way of the host: some pages close every shadow root that is opened on them.
  const unguard = guardPresses(stage.getRootNode() as ShadowRoot)
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
  const size = () => `${[innerWidth, innerHeight]}`
  let last = size()
  const unsize = onSize(host, () => {
    settle()
    if (last === size()) return
    last = size()
    forgetRoots()
    resized()
  })
  // Meanwhile a dialog may have opened.
  settle()
  return () => {
    unguard()
    dialogs.disconnect()
    unsize()
  }
}
