import { useState } from 'preact/hooks'
import type { Condition } from '#contract/condition'
import type { SegmentPreview } from '#contract/segment'
import { useKnown } from '../../editors/condition-builder/known'
import { sentence } from '../../editors/condition-builder/sentence'
import { texts } from '../../locales'
import { holds } from '../../search'
import { TextField } from '../../ui/field'
import { Icon } from '../../ui/icon'
import '../../ui/list.css'
import '../../ui/table.css'

interface SampleProps {
  condition: Condition
  sample: SegmentPreview['sample']
}

/** Some people on either side, with the rules that keep each of them out. */
export function Sample({ condition, sample }: SampleProps) {
  const { segments: t } = texts()
  const known = useKnown()
  const [query, setQuery] = useState('')
  const lines = 'all' in condition ? condition.all : [condition]
  const shown = sample.filter(({ name, user, accountName }) =>
    holds(`${name} ${user} ${accountName ?? ''}`, query),
  )
  return (
    <section class="segment-sample" aria-label={t.sample}>
      <header class="segment-sample-head">
        <h2>{t.sample}</h2>
        <span class="quiet">{t.sampleNote}</span>
        <TextField
          label={t.test}
          hideLabel
          placeholder={t.test}
          icon="search"
          type="search"
          value={query}
          onInput={setQuery}
        />
      </header>
      {sample.length === 0 ? (
        <p class="segment-none">{t.sampleEmpty}</p>
      ) : (
        <table class="table segment-sample-table">
          <thead>
            <tr>
              <th scope="col">{t.sampleColumns.person}</th>
              <th scope="col">{t.sampleColumns.shop}</th>
              <th scope="col">{t.sampleColumns.result}</th>
              <th scope="col">{t.sampleColumns.why}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ user, name, account, accountName, matched, failed }) => (
              <tr key={user}>
                <td>
                  <a class="row-name" href={`/users/${encodeURIComponent(user)}`}>
                    {name}
                  </a>
                </td>
                <td>
                  {account ? (
                    <a href={`/accounts/${encodeURIComponent(account)}`}>{accountName ?? account}</a>
                  ) : (
                    '—'
                  )}
                </td>
                <td class="segment-result">
                  <Icon name={matched ? 'done' : 'out'} />
                  {matched ? t.in : t.out}
                </td>
                <td>
                  <ul class="segment-whys">
                    {lines.map((line, i) => {
                      const against = failed.includes(i)
                      const words = sentence(line, known)
                      return (
                        // The order of the lines is their identity.
                        <li key={String(i)} class={against ? 'segment-against' : undefined} title={words}>
                          <Icon name={against ? 'close' : 'check'} size={12} />
                          <span>{words}</span>
                        </li>
                      )
                    })}
                    {!lines.length && <li>{t.everyRule}</li>}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
