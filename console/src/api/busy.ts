import type { BusySettings } from '#contract/busy'
import { get, put } from './client'

export const busy = {
  of: (environment: string) => get<BusySettings>(`/api/${environment}/busy`),
  save: (environment: string, settings: BusySettings) =>
    put<BusySettings>(`/api/${environment}/busy`, settings),
}
