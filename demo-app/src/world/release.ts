import { html, type TemplateResult } from 'lit'
import { readWorld } from './world.ts'

/**
 * What a new version of a till does to the guides that point into it. Off by default. 2.5 names everything anew,
 * drops the marks made for guides, moves a button, wraps forms and speaks another language; 2.6 takes the button away.
 */
export const RELEASES = ['2.4.1', '2.5.0', '2.6.0'] as const
export type Release = (typeof RELEASES)[number]

// A release comes with a reload, as it does to a real till.
const release = readWorld().release

export const isRedesigned = release !== '2.4.1'
export const hasFinish = release !== '2.6.0'

/** Inside a form and a group of its own, as rewritten screens often are; nothing of it is seen. */
export const wrapped = (content: TemplateResult) =>
  isRedesigned
    ? html`<form class="unseen-box" @submit=${(event: Event) => event.preventDefault()}><div class="unseen-box" role="group">${content}</div></form>`
    : content

const MARK = 'data-guia'

/**
 * Gives every class below `root` another name, as a build that generates them does, and takes the marks away; styles
 * follow. Returns a function that stops; without a new version it does nothing.
 */
export function renameAll(root: Element): () => void {
  if (!isRedesigned) return () => {}
  const style = document.createElement('style')
  style.textContent = [...document.styleSheets].map((sheet) => renamedRules(sheet.cssRules)).join('\n')
  document.head.append(style)
  const renameBelow = (element: Element) => {
    rename(element)
    for (const part of element.querySelectorAll(`[class],[${MARK}]`)) rename(part)
  }
  // Before the next frame, and so before anyone sees the old names.
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target instanceof Element) rename(target)
      for (const node of addedNodes) if (node instanceof Element) renameBelow(node)
    }
  })
  renameBelow(root)
  observer.observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['class', MARK],
  })
  return () => {
    observer.disconnect()
    style.remove()
  }
}

const PREFIX = '_'
const fresh = (name: string) => (name.startsWith(PREFIX) ? name : `${PREFIX}${hash(name + release)}`)

function rename(element: Element): void {
  const mark = element.getAttribute(MARK)
  const old = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean)
  // Styles that were hung on a mark hang on a class now.
  const next = [...old, ...(mark ? [`${MARK}-${mark}`] : [])].map(fresh).join(' ')
  if (mark !== null) element.removeAttribute(MARK)
  if (next && next !== element.getAttribute('class')) element.setAttribute('class', next)
}

/** The rules that name a class or a mark, once more under the new names. */
function renamedRules(rules: CSSRuleList): string {
  return [...rules]
    .map((rule) => {
      if (rule instanceof CSSStyleRule) {
        const selector = renamedSelector(rule.selectorText)
        return selector === rule.selectorText ? '' : `${selector}{${rule.style.cssText}}`
      }
      if (!(rule instanceof CSSGroupingRule)) return ''
      const inner = renamedRules(rule.cssRules)
      return inner && `${rule.cssText.slice(0, rule.cssText.indexOf('{'))}{${inner}}`
    })
    .join('\n')
}

const renamedSelector = (selector: string) =>
  selector
    .replace(/\[data-guia="([^"]+)"\]/g, (_, mark: string) => `.${fresh(`${MARK}-${mark}`)}`)
    .replace(/\.([a-z][\w-]*)/gi, (_, name: string) => `.${fresh(name)}`)

function hash(text: string): string {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  return (state >>> 0).toString(36).padStart(7, '0')
}
