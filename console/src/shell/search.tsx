import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { experiences } from '../api/experiences'
import { accounts, users } from '../api/people'
import { texts } from '../locales'
import { holds } from '../search'
import { environment } from '../session'
import { Icon, type IconName } from '../ui/icon'
import { menu } from './menu'
import './search.css'

interface Found {
  group: 'pages' | 'contents' | 'shops' | 'people'
  href: string
  label: string
  detail?: string
  icon: IconName
}

const TYPING_MS = 160 // between two letters of one word
// The list below is our own, not a datalist.
const COMBOBOX = { role: 'combobox', 'aria-expanded': true, list: undefined } as const
const MOST = 6 // of each group

/** Ctrl K: pages, contents, shops and people by name. Arrows choose, Enter opens. */
export function Search({ onClose }: { onClose: () => void }) {
  const { shell } = texts()
  const id = useId()
  const { route } = useLocation()
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const found = useFound(query)

  useEffect(() => {
    dialog.current!.showModal()
  }, [])
  useEffect(() => setAt(0), [found])
  useEffect(() => {
    dialog.current!.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const open = (href: string) => {
    onClose()
    route(href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(1, found.length))
    else if (event.key === 'ArrowUp') setAt((at - 1 + found.length) % Math.max(1, found.length))
    else if (event.key === 'Enter' && found[at]) open(found[at].href)
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={dialog}
      class="search"
      aria-label={shell.searchPlaceholder}
      onClose={onClose}
      onPointerDown={(event) => event.target === dialog.current && onClose()}
    >
      <div class="search-field">
        <Icon name="search" size={18} />
        <input
          type="text"
          maxLength={200}
          {...COMBOBOX}
          {...{
            'aria-controls': `${id}-list`,
            'aria-activedescendant': found[at] ? `${id}-${at}` : undefined,
          }}
          aria-label={shell.searchPlaceholder}
          placeholder={shell.searchPlaceholder}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div class="search-found" id={`${id}-list`} role="listbox" aria-label={shell.searchShort} tabIndex={-1}>
        {found.map(({ group, href, label, detail, icon }, i) => (
          <div key={href} class="search-group" role="presentation">
            {group !== found[i - 1]?.group && <p class="menu-heading">{shell.searchGroups[group]}</p>}
            <div
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              class="search-option"
              onMouseMove={() => setAt(i)}
              onClick={() => open(href)}
              onKeyDown={onKeyDown}
            >
              <Icon name={icon} />
              <span>{label}</span>
              {detail && <span class="quiet">{detail}</span>}
            </div>
          </div>
        ))}
        {!found.length && query.trim() && <p class="search-none">{shell.searchEmpty(query.trim())}</p>}
      </div>
      <p class="search-help">{shell.searchHelp}</p>
    </dialog>
  )
}

/** Pages at once; the rest when the typing rests. An answer that comes late for its question is dropped. */
function useFound(query: string): Found[] {
  const { shell } = texts()
  const [answers, setAnswers] = useState<Found[]>([])
  const pages: Found[] = menu
    .flatMap(({ pages }) => pages)
    .map(({ page, href, icon }) => ({ group: 'pages', href, icon, label: shell.pages[page] }))

  useEffect(() => {
    const wanted = query.trim()
    if (!wanted) return setAnswers([])
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const search = { search: wanted, limit: MOST }
      const env = environment.value.id
      const [contents, shops, people] = await Promise.allSettled([
        experiences.list(),
        accounts.list(env, search, stop),
        users.list(env, search, stop),
      ])
      if (stop.signal.aborted) return
      setAnswers([
        ...(contents.status === 'fulfilled' ? contents.value : [])
          .filter(({ name }) => holds(name, wanted))
          .slice(0, MOST)
          .map(
            ({ id, name, kind }): Found => ({
              group: 'contents',
              href: `/contents/${id}`,
              label: name,
              icon: kind,
            }),
          ),
        ...(shops.status === 'fulfilled' ? shops.value.items : []).map(
          ({ id, name }): Found => ({ group: 'shops', href: `/accounts/${id}`, label: name, icon: 'shop' }),
        ),
        ...(people.status === 'fulfilled' ? people.value.items : []).map(
          ({ id, name, account }): Found => ({
            group: 'people',
            href: `/users/${id}`,
            label: name,
            detail: account?.name,
            icon: 'user',
          }),
        ),
      ])
    }, TYPING_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [query])

  return [...answers, ...pages.filter(({ label }) => holds(label, query))]
}
