import { useEffect, useState } from 'preact/hooks'
import type { Verdict, WhyRequest } from '#contract/why'
import { segments } from '../../api/library'
import { accounts, users } from '../../api/people'
import { why as api } from '../../api/why'
import { texts } from '../../locales'
import { type Resource, useResource } from '../../resource'
import { environment } from '../../session'
import { ChipPopover } from '../condition-builder/chip-popover'
import { type Choice, Picker } from '../condition-builder/picker'
import './view-as.css'

const TYPING_MS = 160 // between two letters of one word
const MOST = 6 // of each group

/** Whom the draft is looked at as: by name, and as the API asks for them. */
export interface Viewer {
  who: WhyRequest['who']
  name: string
}

/** The verdicts for a viewer, asked anew whenever another draft has been saved. */
export function useVerdicts(
  experience: string,
  revision: number,
  viewer: Viewer | undefined,
): Resource<Verdict[]> {
  const env = environment.value.id
  const who = viewer?.who
  return useResource(`${env}/why/${experience}/${who ? revision : ''}/${JSON.stringify(who)}`, async () =>
    who ? api.ask(env, { experience, who }) : [],
  )
}

interface ViewAsProps {
  viewer: Viewer | undefined
  onChoose: (viewer: Viewer) => void
}

/** Chooses a person, a shop or a segment to look at the draft as. */
export function ViewAs({ viewer, onChoose }: ViewAsProps) {
  const { why: t } = texts()
  const [words, setWords] = useState('')
  const choices = useFound(words)
  return (
    <span class="view-as">
      <ChipPopover
        look="subject"
        icon="eye"
        label={t.choose}
        words={viewer ? `${t.viewAs} ${viewer.name}` : `${t.viewAs}…`}
      >
        {(close) => (
          <Picker
            label={t.find}
            placeholder={t.find}
            choices={choices}
            chosen={[]}
            onWords={setWords}
            onPick={(value) => {
              const [kind = '', ...id] = value.split(':')
              const label = choices.find((choice) => choice.value === value)?.label ?? value
              onChoose({ who: { [kind]: id.join(':') } as WhyRequest['who'], name: label })
              close()
            }}
          />
        )}
      </ChipPopover>
    </span>
  )
}

/** Those seen last, until something is typed. An answer that comes late for its question is dropped. */
function useFound(words: string): Choice[] {
  const { why: t } = texts()
  const env = environment.value.id
  const [found, setFound] = useState<Choice[]>([])
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(
      async () => {
        const search = { search: words.trim(), limit: MOST }
        const [people, shops, audiences] = await Promise.allSettled([
          users.list(env, search, stop),
          accounts.list(env, search, stop),
          segments.list(),
        ])
        if (stop.signal.aborted) return
        setFound([
          ...(people.status === 'fulfilled' ? people.value.items : []).map(
            ({ id, name, account }): Choice => ({
              value: `user:${id}`,
              label: name,
              detail: account?.name,
              icon: 'user',
              group: t.groups.people,
            }),
          ),
          ...(shops.status === 'fulfilled' ? shops.value.items : []).map(
            ({ id, name }): Choice => ({
              value: `account:${id}`,
              label: name,
              icon: 'shop',
              group: t.groups.shops,
            }),
          ),
          ...(audiences.status === 'fulfilled' ? audiences.value : []).map(
            ({ id, name }): Choice => ({
              value: `segment:${id}`,
              label: name,
              icon: 'users',
              group: t.groups.segments,
            }),
          ),
        ])
      },
      words ? TYPING_MS : 0,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [env, words])
  return found
}
