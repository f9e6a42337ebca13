import type { Member, Role } from '#contract/workspace'

/** Whether the workspace would be left without an owner if this member got `role`, or went (null). */
export function leavesNoOwner(members: readonly Member[], id: string, role: Role | null): boolean {
  const owners = members.filter((member) => member.state === 'active' && member.role === 'owner')
  return role !== 'owner' && owners.length === 1 && owners[0]!.id === id
}
