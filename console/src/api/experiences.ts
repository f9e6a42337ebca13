import type { Experience, ExperienceRow, Version } from '#contract/library'
import { type CallOptions, get, post, put, remove } from './client'

const at = (id: string) => `/api/experiences/${encodeURIComponent(id)}`

export const experiences = {
  list: () => get<ExperienceRow[]>('/api/experiences'),
  create: (draft: object) => post<Experience>('/api/experiences', { draft }),
  find: (id: string) => get<Experience>(at(id)),
  /** Rejects with `conflict` when someone saved after `revision`. */
  save: (id: string, revision: number, draft: object, options?: CallOptions) =>
    put<Experience>(`${at(id)}/draft`, { revision, draft }, options),
  remove: (id: string) => remove(at(id)),
  restore: (id: string) => post<Experience>(`${at(id)}/restore`),
  duplicate: (id: string) => post<Experience>(`${at(id)}/duplicate`),
  publish: (id: string, environment: string, revision: number) =>
    post<Experience>(`${at(id)}/publish`, { environment, revision }),
  unpublish: (id: string, environment: string) => post<Experience>(`${at(id)}/unpublish`, { environment }),
  /** The draft becomes that version again. */
  revert: (id: string, version: number, revision: number) =>
    post<Experience>(`${at(id)}/revert`, { version, revision }),
  versions: (id: string) => get<Version[]>(`${at(id)}/versions`),
}
