import type { BusySave, SavedBusySettings } from '#contract/busy'
import { get, put } from './client'

export const busy = {
  of: (environment: string) => get<SavedBusySettings>(`/api/${environment}/busy`),
  save: (environment: string, settings: BusySave) =>
    put<SavedBusySettings>(`/api/${environment}/busy`, settings),
}
