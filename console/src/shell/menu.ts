import type { Role } from '#contract/workspace'
import { type Texts, texts } from '../locales'
import type { IconName } from '../ui/icon'

type Page = keyof Texts['shell']['pages']

export interface MenuPage {
  page: Page
  href: string
  icon: IconName
  /** Least role that may open it; everyone unless told. */
  needs?: Role
}

/** The navigation: only pages that exist. A new page is a line here and one in `app.tsx`. */
export const menu: Array<{ group: keyof Texts['shell']['groups']; pages: MenuPage[] }> = [
  {
    group: 'content',
    pages: [
      { page: 'contents', href: '/contents', icon: 'tour' },
      { page: 'segments', href: '/segments', icon: 'users' },
      { page: 'milestones', href: '/milestones', icon: 'flag' },
    ],
  },
  { group: 'result', pages: [{ page: 'activation', href: '/activation', icon: 'timer' }] },
  { group: 'clients', pages: [{ page: 'accounts', href: '/accounts', icon: 'shop' }] },
  {
    group: 'settings',
    pages: [
      { page: 'busy', href: '/busy', icon: 'pause' },
      { page: 'installation', href: '/installation', icon: 'plug' },
      { page: 'members', href: '/team', icon: 'user' },
    ],
  },
]

/** People stand with their shops: one item for both. */
const homes: Record<string, string> = { '/users': '/accounts' }

/** The menu item that holds a path. */
export const homeOf = (path: string) => {
  const first = `/${path.split('/')[1]}`
  return homes[first] ?? first
}

/** A menu item as a link to it, for pages below it. */
export const homePage = (page: Page) => ({
  label: texts().shell.pages[page],
  href: menu.flatMap(({ pages }) => pages).find((item) => item.page === page)!.href,
})
