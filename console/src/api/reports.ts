import type { ActivationReport, ContentReport, ContentSummary } from '#contract/report'
import { get, query } from './client'

export const reports = {
  contents: (environment: string, days: number) =>
    get<ContentSummary[]>(`/api/${environment}/reports/contents${query({ days })}`),
  content: (environment: string, id: string, days: number, version?: number) =>
    get<ContentReport>(
      `/api/${environment}/reports/contents/${encodeURIComponent(id)}${query({ days, version })}`,
    ),
  activation: (environment: string, question: ActivationQuestion) =>
    get<ActivationReport>(`/api/${environment}/reports/activation${query({ ...question })}`),
}

/** From which milestone to which, by what, among shops whose clock started in the period. */
export interface ActivationQuestion {
  clock?: string
  value?: string
  /** A trait of the shop, or `cohort`: the month in which the clock started. */
  by?: string
  from?: number
  to?: number
}
