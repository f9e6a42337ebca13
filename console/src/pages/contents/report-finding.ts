import type { ContentReport } from '#contract/report'
import { ONLY_COUNTS } from '../../charts/series'
import { number, percent } from '../../format'
import { texts } from '../../locales'

type Step = ContentReport['steps'][number]

/** The step at which most people left; undefined when nobody did. For checklists nobody leaves at a task. */
export function worstStep({
  steps,
  kind,
}: Pick<ContentReport, 'steps' | 'kind'>): { step: Step; place: number } | undefined {
  if (kind === 'checklist') return undefined
  const lost = steps.map((step, i) => ({ step, place: i + 1 })).filter(({ step }) => step.left > 0)
  return lost.sort((a, b) => b.step.left - a.step.left)[0]
}

/** The one sentence of the report. `days` is the period that was asked for. */
export function findingOf(report: ContentReport, days: number): string {
  const { report: t } = texts()
  const { reach, completed, completion } = report
  if (!reach) return t.finding.none(number(days))
  if (reach < ONLY_COUNTS || !completion) return t.finding.few(number(completed), number(reach))
  const worst = worstStep(report)
  const begin = t.finding.share(percent(completion.value), number(reach))
  if (!worst) return report.kind === 'checklist' ? `${begin}.` : begin + t.finding.noLoss
  const n = worst.step.left
  return begin + t.finding.loss(t.step(number(worst.place)), number(n), n === 1)
}

/** Why people left each step: the reasons told, then the rest that simply went no further. */
export function whysOf(report: ContentReport, step: Step): Array<{ because: string; n: number }> {
  const told = report.reasons
    .filter((reason) => reason.step === step.id)
    .map(({ because, n }) => ({ because, n }))
  return told.sort((a, b) => b.n - a.n)
}

/** The word for a reason, whatever a newer till may say. */
export function reasonWords(because: string): string {
  const { reasons } = texts().report
  const words: Record<string, string> = {
    closed: reasons.closed,
    close: reasons.closed,
    dismissed: reasons.closed,
    snoozed: reasons.snoozed,
    later: reasons.snoozed,
    missing: reasons.missing,
    target: reasons.missing,
    replaced: reasons.replaced,
    open: reasons.open,
    'agora-nao': reasons.notNow,
    not_now: reasons.notNow,
    escape: reasons.closed,
  }
  return words[because] ?? reasons.other(because.replace(/[_-]/g, ' '))
}
