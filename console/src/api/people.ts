import type { AccountDetail, AccountRow, Page, TimelineItem, UserDetail, UserRow } from '#contract/people'
import { type CallOptions, get, query } from './client'

interface Search {
  search?: string
  cursor?: string
  limit?: number
}

export const accounts = {
  list: (environment: string, search: Search = {}, options?: CallOptions) =>
    get<Page<AccountRow>>(`/api/${environment}/accounts${query({ ...search })}`, options),
  find: (environment: string, id: string) =>
    get<AccountDetail>(`/api/${environment}/accounts/${encodeURIComponent(id)}`),
  /** What happened, newest first. */
  timeline: (environment: string, id: string, page: Omit<Search, 'search'> = {}) =>
    get<Page<TimelineItem>>(
      `/api/${environment}/accounts/${encodeURIComponent(id)}/timeline${query({ ...page })}`,
    ),
}

export const users = {
  list: (environment: string, search: Search = {}, options?: CallOptions) =>
    get<Page<UserRow>>(`/api/${environment}/users${query({ ...search })}`, options),
  find: (environment: string, id: string) =>
    get<UserDetail>(`/api/${environment}/users/${encodeURIComponent(id)}`),
  /** What happened, newest first. */
  timeline: (environment: string, id: string, page: Omit<Search, 'search'> = {}) =>
    get<Page<TimelineItem>>(
      `/api/${environment}/users/${encodeURIComponent(id)}/timeline${query({ ...page })}`,
    ),
}
