import { z } from 'zod'
import type { Theme } from './theme'

/** What a console user may do. Each includes the one before it. */
export const roles = ['viewer', 'author', 'owner'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** GET /api/me */
export interface Me {
  user: { id: string; name: string; email: string; role: Role }
  workspace: { name: string }
  environments: Environment[]
}

export interface Environment {
  id: string
  name: string
  kind: 'production' | 'staging'
  publicKey: string
  /** Where the host app runs: for links from the console, and for editing on its screens. */
  appUrl?: string
  /** `enforced`: unsigned people are refused. */
  identity: 'open' | 'enforced'
  /** How surfaces look in its tills; absent: the default theme. */
  theme?: Theme
}

/** GET /api/:env/installation: what a developer pastes, and whether it works. */
export interface Installation {
  snippet: string
  publicKey: string
  identitySecret?: string
  lastEventAt?: number
  lastSdk?: string
  /** Share of the people of the last 7 days whose identity was signed, 0..1; null when nobody came. */
  signedShare: number | null
}

/** PUT /api/:env/installation/app. Authors may edit on the screens of this origin, and of no other. */
export const AppAddress = z.strictObject({
  appUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
})
export type AppAddress = z.infer<typeof AppAddress>

export const InvitationInput = z.strictObject({
  email: z.email().max(200),
  name: z.string().trim().min(1).max(80),
  role: Role,
})
export type InvitationInput = z.infer<typeof InvitationInput>

/** GET /api/members */
export interface Member {
  id: string
  name: string
  email: string
  role: Role
  state: 'active' | 'invited'
  /** Only right after inviting: the link to hand over; it is not stored readably. */
  inviteUrl?: string
}

/** POST /api/invitations/accept */
export const AcceptInvitation = z.strictObject({
  token: z.string().min(20).max(200),
  password: z.string().min(10).max(200),
})
