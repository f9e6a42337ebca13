/** An event on its way into the store: who, where and when are settled. */
export interface EventRow {
  id: string
  /** UTC epoch day in the id. */
  day: number
  name: string
  at: number
  capturedAt: number
  receivedAt: number
  /** `''`: a server spoke of the shop as a whole. */
  user: string
  /** `''`: the person has no shop. */
  account: string
  device: string
  seq: number
  release: string | null
  properties: Record<string, unknown>
  /** `properties` as JSON. */
  json: string
}
