import type { TargetHealth } from '#contract/target-health'
import { get, query } from './client'

export const targets = {
  /** Whether tills find what the steps of a tour point at. Rejects with `not_found` before it was ever published. */
  health: (environment: string, experience: string, days?: number) =>
    get<TargetHealth>(`/api/${environment}/targets/${encodeURIComponent(experience)}${query({ days })}`),
}

/** So soon a till's failure is on the screen of who looks: its report is there within seconds. */
export const HEALTH_EVERY_MS = 20_000
