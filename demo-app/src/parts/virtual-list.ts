import { html, LitElement, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { onWorld } from '../world/world.ts'

const OVERSCAN = 4

/**
 * A list that holds in the page only the rows near the eye. Rows leave and come back as it scrolls:
 * an element found once may be gone a moment later.
 */
export class VirtualList<Item extends { id: string }> extends LitElement {
  static override properties = { items: {}, row: {}, rowHeight: { type: Number } }
  declare items: Item[]
  declare row: (item: Item, index: number) => TemplateResult
  declare rowHeight: number
  #watch?: ResizeObserver
  #stop?: () => void

  constructor() {
    super()
    this.items = []
    this.rowHeight = 60
    this.row = () => html``
  }

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    Object.assign(this.style, { display: 'block', overflowY: 'auto', position: 'relative' })
    this.addEventListener('scroll', this.#again, { passive: true })
    this.#watch = new ResizeObserver(this.#again)
    this.#watch.observe(this)
    // The rows' words follow the language though the items stay the same.
    this.#stop = onWorld(this.#again)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.removeEventListener('scroll', this.#again)
    this.#watch?.disconnect()
    this.#stop?.()
  }

  #again = () => this.requestUpdate()

  protected override render() {
    const first = Math.max(0, Math.floor(this.scrollTop / this.rowHeight) - OVERSCAN)
    const count = Math.ceil((this.clientHeight || 600) / this.rowHeight) + OVERSCAN * 2
    const shown = this.items.slice(first, first + count)
    return html`<div style="position:relative;height:${this.items.length * this.rowHeight}px">
      ${repeat(
        shown,
        ({ id }) => id,
        (item, index) =>
          html`<div style="position:absolute;left:0;right:0;height:${this.rowHeight}px;top:${(first + index) * this.rowHeight}px">${this.row(item, first + index)}</div>`,
      )}
    </div>`
  }
}
customElements.define('cf-virtual-list', VirtualList)
