import type { StepHealth } from '#contract/target-health'
import type { StepDraft } from '../../../../sdk/src/editor/draft/draft'
import { number, percent, since } from '../../format'
import { texts } from '../../locales'
import { Button } from '../../ui/button'
import { Status } from '../../ui/tag'
import { isSameTarget, levelOf } from './health'
import './target-health.css'

const FEW = 10 // looks below which a share says more than is known
const RELEASES = 4

interface TargetHealthProps {
  step: StepDraft
  health: StepHealth
  days: number
  /** Absent where she may not write, or the application's address is not known. */
  onReanchor?: () => void
}

/** What tills say of this element: how surely they find it, since when they don't and why, release by release. */
export function TargetHealth({ step, health, days, onReanchor }: TargetHealthProps) {
  const { targets: t } = texts()
  const { found, missing, confidence, releases, trouble, state } = health
  const looks = found + missing
  if (!isSameTarget(step.target, health.target)) return <p class="target-news">{t.newTarget}</p>
  const [level, bars] = levelOf(health)
  return (
    <div class={`target-health quality quality-${level}`}>
      <p>
        <span class="quality-bars" aria-hidden="true">
          {[1, 2, 3, 4].map((bar) => (
            <i key={bar} class={bar <= bars ? 'on' : undefined} />
          ))}
        </span>
        <b>{t.level[level]}</b>
      </p>
      {trouble && (
        <div class="target-trouble">
          <Status state={state === 'missing' ? 'critical' : 'attention'}>
            {t.since(since(trouble.since), trouble.release)}
            {trouble.path && ` ${t.at(trouble.path)}`}
          </Status>
          <p>
            {t.because[trouble.because]}
            {trouble.confidence > 0 && ` ${t.best(percent(trouble.confidence, 0))}`}
          </p>
          {onReanchor && (
            <Button small icon="click" onClick={onReanchor}>
              {t.reanchor}
            </Button>
          )}
        </div>
      )}
      {looks > 0 && (
        <p class="field-help">
          {looks < FEW
            ? t.foundCounts(number(found), number(looks), number(days))
            : t.found(percent(found / looks), number(looks), number(days))}
          {confidence !== null && ` ${t.confidence(percent(confidence, 0))}`}
        </p>
      )}
      {releases.length > 1 && (
        <table class="target-releases">
          <caption>{t.releases}</caption>
          <tbody>
            {releases.slice(0, RELEASES).map((one) => {
              const all = one.found + one.missing
              return (
                <tr key={one.release}>
                  <th scope="row" title={one.release ?? undefined}>
                    {one.release ?? t.noRelease}
                  </th>
                  <td>{t.of(number(one.found), number(all))}</td>
                  <td>{percent(one.found / all, all < FEW ? 0 : 1)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </div>
  )
}
