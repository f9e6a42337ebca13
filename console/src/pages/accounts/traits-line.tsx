import type { Traits } from '#contract/traits'
import { valueWords } from '../../editors/condition-builder/sentence'
import { Spoken, spoken } from '../../editors/condition-builder/spoken'
import { texts } from '../../locales'

/** A trait as words: its value where that speaks for itself, else name and value. */
export function traitWords(name: string, value: Traits[string]): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.join(', ')
  return `${spoken(name)}: ${valueWords(value)}`
}

interface TraitsProps {
  traits: Traits
  /** The name that stands in the heading already. */
  but: string
}

const told = (traits: Traits, but: string) =>
  Object.entries(traits).filter(([, value]) => value !== null && value !== '' && value !== but)

/** Traits beside each other, each with its name for who asks. `most` keeps a row to one line. */
export function TraitsLine({ traits, but, most = Infinity }: TraitsProps & { most?: number }) {
  const given = told(traits, but)
  const shown = given.slice(0, most)
  if (!given.length) return <span class="quiet">—</span>
  return (
    <ul class="traits-line">
      {shown.map(([name, value]) => (
        <li key={name} title={`${Spoken(name)}: ${traitWords(name, value)}`}>
          {traitWords(name, value)}
        </li>
      ))}
      {given.length > shown.length && (
        <li
          class="quiet"
          title={given
            .slice(most)
            .map(([name, value]) => `${Spoken(name)}: ${traitWords(name, value)}`)
            .join('\n')}
        >
          {texts().people.traitMore(String(given.length - shown.length))}
        </li>
      )}
    </ul>
  )
}

/** Every trait with its name, for the page of a shop or person. */
export function TraitsList({ traits, but }: TraitsProps) {
  const given = told(traits, but)
  if (!given.length) return null
  return (
    <dl class="traits">
      {given.map(([name, value]) => (
        <div key={name}>
          <dt>{Spoken(name)}</dt>
          <dd>{Array.isArray(value) ? value.join(', ') : valueWords(value ?? '')}</dd>
        </div>
      ))}
    </dl>
  )
}
