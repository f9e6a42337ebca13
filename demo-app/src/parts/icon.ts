import { html, type TemplateResult } from 'lit'
import { unsafeSVG } from 'lit/directives/unsafe-svg.js'
import type { IconNode } from 'lucide'

/** A line icon of the Lucide family. Decorative: the word beside it carries the meaning. */
export const icon = (node: IconNode, size = 24, stroke = 2): TemplateResult =>
  html`<svg class="icon" width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width=${stroke} stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${unsafeSVG(shapes(node))}</svg>`

const drawn = new Map<IconNode, string>()

// The shapes are constants of the library, never anything a person typed.
function shapes(node: IconNode): string {
  const known = drawn.get(node)
  if (known) return known
  const text = node
    .map(
      ([tag, attributes]) =>
        `<${tag} ${Object.entries(attributes)
          .map(([name, value]) => `${name}="${value}"`)
          .join(' ')}/>`,
    )
    .join('')
  drawn.set(node, text)
  return text
}
