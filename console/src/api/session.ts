import type { Me } from '#contract/workspace'
import { get, post } from './client'

export interface Invitation {
  name: string
  email: string
  workspace: string
}

export const session = {
  me: () => get<Me>('/api/me'),
  signIn: (email: string, password: string) => post<Me>('/api/sign-in', { email, password }),
  signOut: () => post<void>('/api/sign-out'),
  invitation: (token: string) => get<Invitation>(`/api/invitations/${encodeURIComponent(token)}`),
  accept: (token: string, password: string) => post<Me>('/api/invitations/accept', { token, password }),
}
