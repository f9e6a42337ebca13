import type { Installation } from '#contract/workspace'
import { get } from './client'

export const installation = {
  of: (environment: string) => get<Installation>(`/api/${environment}/installation`),
}
