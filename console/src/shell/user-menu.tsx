import { locale, locales, texts } from '../locales'
import { me, signOut } from '../session'
import { themeChoice, themes } from '../theme'
import { Menu } from '../ui/menu'
import { initials } from './initials'

export function UserMenu({ folded }: { folded?: boolean }) {
  const { shell } = texts()
  const user = me.value?.user
  if (!user) return null
  return (
    <Menu
      namedByContent
      className="user"
      align="start"
      label={shell.account(user.name)}
      items={[
        { heading: user.email },
        'line',
        { heading: shell.language },
        ...locales.map((value) => ({
          value,
          label: shell.languages[value],
          checked: locale.value === value,
          run: () => {
            locale.value = value
          },
        })),
        'line',
        { heading: shell.theme },
        ...themes.map((value) => ({
          value,
          label: shell.themes[value],
          checked: themeChoice.value === value,
          run: () => {
            themeChoice.value = value
          },
        })),
        'line',
        { value: 'sign-out', label: shell.signOut, icon: 'leave' as const, run: signOut },
      ]}
    >
      <span class="avatar" aria-hidden="true">
        {initials(user.name)}
      </span>
      {folded ? (
        <span class="unseen">{shell.account(user.name)}</span>
      ) : (
        <span class="user-name">
          <b>{user.name}</b>
          <span>{shell.roles[user.role]}</span>
        </span>
      )}
    </Menu>
  )
}
