/** The last so many values that were asked for: a cache that cannot outgrow the machine. */
export class Kept<V> {
  readonly #values = new Map<string, V>()

  constructor(readonly max: number) {}

  get(key: string): V | undefined {
    const value = this.#values.get(key)
    if (value === undefined) return undefined
    this.#values.delete(key)
    this.#values.set(key, value)
    return value
  }

  set(key: string, value: V) {
    this.#values.delete(key)
    this.#values.set(key, value)
    if (this.#values.size > this.max) this.#values.delete(this.#values.keys().next().value!)
  }

  delete(key: string) {
    this.#values.delete(key)
  }

  get size() {
    return this.#values.size
  }
}
