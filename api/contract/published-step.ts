import type { Target } from './target'

/** A step of a tour that is on the air, as far as it points at something: no text of it. */
export interface PublishedStep {
  experience: string
  version: number
  step: string
  /** From 1, as people count. */
  place: number
  /** Where it belongs; absent: anywhere. */
  path?: string
  target: Target
}

/** GET /v1/:key/targets: what a host's own tests look for on its pages. */
export interface PublishedSteps {
  steps: PublishedStep[]
}
