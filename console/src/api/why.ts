import type { Verdict, WhyRequest } from '#contract/why'
import { post } from './client'

/** Would it be shown, and why not: one answer per content and person. */
export const why = {
  ask: (environment: string, request: WhyRequest) => post<Verdict[]>(`/api/${environment}/why`, request),
}
