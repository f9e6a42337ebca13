import type { PanelProps } from './panel'
import { Section } from './section'

const WAITS_MS = [0, 5_000, 10_000, 30_000, 60_000, 300_000]
const OTHERWISES = ['center', 'skip', 'pause', 'end'] as const

/** How long a till waits for the element, and what it does then. */
export function MissingSection({ t, step, onChange }: Pick<PanelProps, 't' | 'step' | 'onChange'>) {
  const missing = step.missing ?? { waitMs: 10_000, otherwise: 'center' as const }
  const waits = [...new Set([...WAITS_MS, missing.waitMs])].sort((a, b) => a - b)
  return (
    <Section title={t.missing}>
      <div class="pair">
        <label>
          <span>{t.wait}</span>
          <select
            value={missing.waitMs}
            onChange={({ currentTarget: { value } }) =>
              onChange({ missing: { ...missing, waitMs: Number(value) } }, 'missing')
            }
          >
            {waits.map((ms) => (
              <option key={ms} value={ms}>
                {t.seconds(ms / 1000)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t.otherwise}</span>
          <select
            value={missing.otherwise}
            onChange={({ currentTarget: { value } }) => {
              const otherwise = OTHERWISES.find((one) => one === value)!
              onChange({ missing: { ...missing, otherwise } }, 'missing')
            }}
          >
            {OTHERWISES.map((one) => (
              <option key={one} value={one}>
                {t.otherwises[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </Section>
  )
}
