import { type Role, roles } from '#contract/workspace'

// Who may do what, all of it. A route names a capability, never a role.

const least = {
  read: 'viewer',
  /** Drafts, segments, milestones. */
  write: 'author',
  /** What reaches tills. */
  publish: 'author',
  /** Contents that may open, and stay, in the middle of a sale. */
  interrupt: 'owner',
  /** Members and invitations. */
  invite: 'owner',
  /** Where an environment's application runs: authors are let in there. */
  address: 'owner',
  /** Secrets that sign identities. */
  secrets: 'owner',
} as const satisfies Record<string, Role>

export type Capability = keyof typeof least

export const isAble = (role: Role, capability: Capability) =>
  roles.indexOf(role) >= roles.indexOf(least[capability])
