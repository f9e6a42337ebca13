import { useLocation } from 'preact-iso'
import { texts } from '../locales'
import { me } from '../session'
import { Icon } from '../ui/icon'
import { Mark } from './mark'
import { homeOf, menu } from './menu'
import './navigation.css'
import { UserMenu } from './user-menu'

/** `folded`: a rail of icons, for editors. The last group, settings, stands at the foot. */
export function Navigation({ folded }: { folded?: boolean }) {
  const { shell } = texts()
  const here = homeOf(useLocation().path)
  return (
    <nav class={`navigation${folded ? ' navigation-folded' : ''}`} aria-label={shell.navigation}>
      <a class="navigation-mark" href="/contents" title={shell.product}>
        <Mark />
        {!folded && <b>{me.value?.workspace.name}</b>}
      </a>
      <div class="navigation-groups">
        {menu.map(({ group, pages }) => (
          <div key={group} class={`navigation-group navigation-${group}`}>
            <p>{shell.groups[group]}</p>
            {pages.map(({ page, href, icon }) => (
              <a
                key={page}
                href={href}
                aria-current={href === here ? 'page' : undefined}
                title={folded ? shell.pages[page] : undefined}
              >
                <Icon name={icon} />
                <span>{shell.pages[page]}</span>
              </a>
            ))}
          </div>
        ))}
      </div>
      <UserMenu folded={folded} />
    </nav>
  )
}
