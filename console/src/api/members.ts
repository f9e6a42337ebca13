import type { InvitationInput, Member, Role } from '#contract/workspace'
import { get, patch, post, remove } from './client'

export const members = {
  list: () => get<Member[]>('/api/members'),
  invite: (invitation: InvitationInput) => post<Member>('/api/invitations', invitation),
  setRole: (id: string, role: Role) => patch<Member>(`/api/members/${id}`, { role }),
  remove: (id: string) => remove(`/api/members/${id}`),
}
