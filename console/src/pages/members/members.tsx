import { useState } from 'preact/hooks'
import type { Member, Role } from '#contract/workspace'
import { ApiError } from '../../api/client'
import { members as api } from '../../api/members'
import { number } from '../../format'
import { texts } from '../../locales'
import { useResource } from '../../resource'
import { may, me, roles } from '../../session'
import { initials } from '../../shell/initials'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Select } from '../../ui/field'
import { Menu } from '../../ui/menu'
import { Failure, failureWords, PageHead, Skeleton } from '../../ui/page'
import '../../ui/list.css'
import '../../ui/table.css'
import { Rich } from '../../ui/rich'
import { Tag } from '../../ui/tag'
import { toast } from '../../ui/toast'
import { InviteDialog } from './invite'
import './members.css'

/** Who works in this console, with which role. */
export function MembersPage() {
  const { members: t, common } = texts()
  const list = useResource('members', api.list)
  const [inviting, setInviting] = useState(false)
  const [leaving, setLeaving] = useState<Member>()
  const isOwner = may('owner')

  /** Shows a change at once and takes it back when the server refuses it. */
  const change = async (next: Member[], act: () => Promise<unknown>, done: string) => {
    const before = list.data!
    list.set(next)
    try {
      await act()
      toast(done)
    } catch (error) {
      list.set(before)
      const code = error instanceof ApiError ? error.code : 'internal'
      const words = failureWords(code)
      toast(code === 'in_use' || code === 'conflict' ? t.lastOwner : words.title, { icon: 'warning' })
    }
  }
  const setRole = (member: Member, role: Role) =>
    change(
      list.data!.map((other) => (other.id === member.id ? { ...other, role } : other)),
      () => api.setRole(member.id, role),
      t.roleChanged(member.name, t.roles[role]),
    )
  const remove = (member: Member) => {
    setLeaving(undefined)
    return change(
      list.data!.filter(({ id }) => id !== member.id),
      () => api.remove(member.id),
      member.state === 'invited' ? t.revoked(member.name) : t.removed(member.name),
    )
  }

  return (
    <>
      <PageHead
        title={t.title}
        finding={list.data && finding(list.data)}
        actions={
          isOwner && (
            <Button kind="primary" icon="invite" onClick={() => setInviting(true)}>
              {t.invite}
            </Button>
          )
        }
      />
      {list.error && !list.data && <Failure error={list.error} onRetry={list.reload} />}
      {!list.error && !list.data && <Skeleton head={false} rows={4} />}
      {list.data && (
        <table class="table list-table members">
          <thead>
            <tr>
              <th>{t.name}</th>
              <th>{t.role}</th>
              <th>{t.state}</th>
              <th>
                <span class="unseen">{common.more}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.data.map((member) => {
              const isMe = member.email === me.value?.user.email
              return (
                <tr key={member.id}>
                  <td>
                    <div class="member">
                      <span class="avatar" aria-hidden="true">
                        {initials(member.name)}
                      </span>
                      <span>
                        <b>{member.name}</b> {isMe && <span class="quiet">({t.you})</span>}
                        <span class="member-email">{member.email}</span>
                      </span>
                    </div>
                  </td>
                  <td>
                    {isOwner && !isMe && member.state === 'active' ? (
                      <Select
                        small
                        hideLabel
                        label={`${t.role}: ${member.name}`}
                        value={member.role}
                        options={roles.map((value) => ({ value, label: t.roles[value] }))}
                        onChange={(role) => setRole(member, role)}
                      />
                    ) : (
                      t.roles[member.role]
                    )}
                  </td>
                  <td>
                    {member.state === 'invited' ? (
                      <Tag tone="outline" icon="mail">
                        {t.states.invited}
                      </Tag>
                    ) : (
                      t.states.active
                    )}
                  </td>
                  <td class="member-acts">
                    {isOwner && !isMe && (
                      <Menu
                        label={`${common.more}: ${member.name}`}
                        items={[
                          {
                            value: 'remove',
                            label: member.state === 'invited' ? t.revoke : t.removeAccess,
                            icon: 'out',
                            danger: true,
                            run: () => setLeaving(member),
                          },
                        ]}
                      />
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {list.data && (
        <p class="table-foot">
          <span class="table-note">
            {isOwner ? roles.map((role) => `${t.roles[role]}: ${t.roleHelp[role]}`).join(' ') : t.onlyOwners}
          </span>
        </p>
      )}
      {inviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onInvited={({ inviteUrl: _, ...member }) => list.set([...(list.data ?? []), member])}
        />
      )}
      {leaving && (
        <Dialog
          title={(leaving.state === 'invited' ? t.revokeHeading : t.removeHeading)(leaving.name)}
          onClose={() => setLeaving(undefined)}
          onSubmit={() => remove(leaving)}
          actions={
            <>
              <Button onClick={() => setLeaving(undefined)}>{common.cancel}</Button>
              <Button kind="danger" type="submit">
                {leaving.state === 'invited' ? t.revoke : t.removeAccess}
              </Button>
            </>
          }
        >
          <p>
            <Rich text={leaving.state === 'invited' ? t.revokeDetail : t.removeDetail} />
          </p>
        </Dialog>
      )}
    </>
  )
}

function finding(list: Member[]): string {
  const { members: t } = texts()
  const invited = list.filter(({ state }) => state === 'invited').length
  const active = list.length - invited
  return invited
    ? t.findingInvited(number(active), number(invited), invited === 1)
    : t.finding(number(active), active === 1)
}
