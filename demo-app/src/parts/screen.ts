import { LitElement } from 'lit'
import { onRoute } from '../router.ts'
import { onChange } from '../state/store.ts'
import { onWorld } from '../world/world.ts'

/**
 * A screen of the till. It draws into the page itself, not into a shadow root, as most shop software does;
 * it draws again when the shop, the world, the address or its own fields change.
 */
export abstract class Screen extends LitElement {
  #stops: (() => void)[] = []

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const again = () => this.requestUpdate()
    this.#stops = [onChange(again), onWorld(again), onRoute(again), ...this.watches()]
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const stop of this.#stops) stop()
    this.#stops = []
  }

  /** Signing out takes the screen away before its own turn to draw comes: there is nobody left to draw for. */
  protected override shouldUpdate(): boolean {
    return this.isConnected
  }

  /** What else the screen listens to while it is open; each entry stops it. */
  protected watches(): (() => void)[] {
    return []
  }

  /** Runs an act and draws again: for handlers that change the screen's own fields. */
  protected act(change: () => void): void {
    change()
    this.requestUpdate()
  }
}

/** A clock for screens that show time passing. Returns a function that stops it. */
export function every(ms: number, fire: () => void): () => void {
  const timer = setInterval(fire, ms)
  return () => clearInterval(timer)
}
