import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { texts } from '../../locales'
import { TextField } from '../../ui/field'
import { Tabs } from '../../ui/tabs'

const TYPING_MS = 200 // between two letters of one word

/** Shops or people, and the search that goes with the list. Answers the query once typing rests. */
export function useSearch() {
  const [typed, setTyped] = useState('')
  const [query, setQuery] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return { typed, setTyped, query }
}

export function PeopleTabs({ current }: { current: 'accounts' | 'users' }) {
  const { people: t } = texts()
  const { route } = useLocation()
  return (
    <Tabs
      label={t.views}
      current={current}
      items={[
        { value: 'accounts', label: t.shops },
        { value: 'users', label: t.people },
      ]}
      onSelect={(view) => route(`/${view}`)}
    />
  )
}

const SEARCH_MOST = 200 // letters, as the API allows

export function SearchField({ value, onInput }: { value: string; onInput: (words: string) => void }) {
  const { people: t } = texts()
  return (
    <div class="list-tools">
      <TextField
        label={t.search}
        hideLabel
        placeholder={t.search}
        icon="search"
        type="search"
        maxLength={SEARCH_MOST}
        value={value}
        onInput={onInput}
      />
    </div>
  )
}
