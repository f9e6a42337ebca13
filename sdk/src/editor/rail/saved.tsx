import type { Desk } from '#contract/authoring'
import type { SaveState } from '../draft/autosave'
import { Icon } from '../icon'
import type { Texts } from '../locales'
import { timeOf } from '../time'

interface Props {
  t: Texts
  state: SaveState
  environment: Desk['environment']
}

/** Where her words are, and nothing more hopeful than that. */
export function Saved({ t, state, environment }: Props) {
  const isLost = state.is === 'offline' || state.is === 'refused' || state.is === 'conflict'
  return (
    <span class={isLost ? 'saved warn' : 'saved'} role="status" title={environment.name}>
      {isLost && <Icon name={state.is === 'offline' ? 'offline' : 'warning'} size={14} />}
      {wordsFor(t, state)}
    </span>
  )
}

function wordsFor(t: Texts, state: SaveState): string {
  switch (state.is) {
    case 'saved':
      return t.saved(timeOf(state.at))
    case 'saving':
      return t.saving
    case 'changed':
      return t.changed
    case 'offline':
      return t.offline
    case 'conflict':
      return t.conflicted
    case 'refused':
      if (state.code === 'not_signed_in') return t.refusedSession
      return state.code === 'forbidden' || state.code === 'not_found' ? t.refusedAccess : t.refused
  }
}
