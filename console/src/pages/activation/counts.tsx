import { Dots } from '../../charts/dots'
import { Figure } from '../../charts/figure'
import { number } from '../../format'
import { texts } from '../../locales'
import type { Labelled } from './finding'
import { groupRows } from './rows'

/** What may be said of fewer than ten shops: how many of how many. */
export function Counts({ groups, value }: { groups: Labelled[]; value: string }) {
  const { activation: t } = texts()
  return (
    <div class="activation-figure">
      <Figure title={t.countsTitle(value)} aside={t.onlyCounts} table={groupRows(groups)} note={t.countsNote}>
        <ul class="activation-counts">
          {groups.map(({ key, label, n, reached }) => (
            <li key={key}>
              {groups.length > 1 && <span class="activation-counts-name">{label}</span>}
              <Dots filled={reached} of={n} />
              <b>{t.countOf(number(reached), number(n), n === 1)}</b>
            </li>
          ))}
        </ul>
      </Figure>
    </div>
  )
}
