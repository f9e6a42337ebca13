import type { AppAddress, Installation } from '#contract/workspace'
import { get, put } from './client'

export const installation = {
  of: (environment: string) => get<Installation>(`/api/${environment}/installation`),
  setApp: (environment: string, appUrl: string | null) =>
    put<AppAddress>(`/api/${environment}/installation/app`, { appUrl }),
}
