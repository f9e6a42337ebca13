import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { online } from '../api/connection'
import { texts } from '../locales'
import { environment } from '../session'
import { IconButton } from '../ui/button'
import { Icon } from '../ui/icon'
import { EnvironmentSwitch } from './environment-switch'
import './frame.css'
import { homeOf, menu } from './menu'
import { Navigation } from './navigation'
import { Search } from './search'

/** Navigation, top bar and the page. `kind="editor"`: the rail, and the page brings its own top bar. */
export function Frame({
  children,
  kind = 'page',
}: {
  children: ComponentChildren
  kind?: 'page' | 'editor'
}) {
  const { shell } = texts()
  const { path } = useLocation()
  const [searching, setSearching] = useState(false)
  const [navigating, setNavigating] = useState(false)

  useEffect(() => setNavigating(false), [path])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setNavigating(false)
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setSearching(true)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])

  return (
    <div class={`frame frame-${kind}${navigating ? ' frame-navigating' : ''}`}>
      <a class="skip" href="#page">
        {shell.skip}
      </a>
      <Navigation folded={kind === 'editor' && !navigating} />
      <button
        type="button"
        class="frame-veil"
        tabIndex={-1}
        aria-hidden="true"
        onClick={() => setNavigating(false)}
      />
      <div class="frame-main">
        {kind === 'page' && (
          <header class={`top-bar${environment.value.kind === 'staging' ? ' top-bar-staging' : ''}`}>
            <span class="top-bar-menu">
              <IconButton
                icon="menu"
                size={20}
                label={shell.openNavigation}
                onClick={() => setNavigating(true)}
              />
            </span>
            <b class="top-bar-place">{placeName(path)}</b>
            <button type="button" class="top-bar-search" onClick={() => setSearching(true)}>
              <Icon name="search" />
              <span>{shell.searchPlaceholder}</span>
              <kbd>{shell.searchKeys}</kbd>
            </button>
            <span class="top-bar-find">
              <IconButton
                icon="search"
                size={20}
                label={shell.searchShort}
                onClick={() => setSearching(true)}
              />
            </span>
            <EnvironmentSwitch />
          </header>
        )}
        {!online.value && (
          <p class="notice" role="status">
            <Icon name="offline" />
            {shell.offline}
          </p>
        )}
        <main id="page" class="frame-content" tabIndex={-1}>
          {children}
        </main>
      </div>
      {searching && <Search onClose={() => setSearching(false)} />}
    </div>
  )
}

const placeName = (path: string) => {
  const home = homeOf(path)
  const page = menu.flatMap(({ pages }) => pages).find(({ href }) => href === home)
  return page ? texts().shell.pages[page.page] : texts().shell.product
}
