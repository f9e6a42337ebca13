import type { ContentSummary } from '#contract/report'
import { number, since } from '../../format'
import { texts } from '../../locales'

type Target = ContentSummary['target']

/** "1 passo não encontra seu elemento" */
export const alarmWords = ({ broken = 1 }: Target) => texts().targets.alarm(number(broken), broken === 1)

/** "desde 14:02, versão 2.4.1" */
export const sinceWords = (target: Target) =>
  target.since === undefined ? '' : texts().targets.since(since(target.since), target.release ?? null)
