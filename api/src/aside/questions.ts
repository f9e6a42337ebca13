import type { SegmentPreview } from '#contract/segment'
import type { Db } from '../db/database'
import { activationReport } from '../reports/activation-report'
import { contentReport } from '../reports/content-report'
import { type AskedPreview, preview } from '../segments/preview'

/** What the console asks that may take long. Each reads only, and question and answer can be cloned. */
export const questions = {
  activationReport,
  contentReport,
  segmentPreview: (db: Db, { condition, ...context }: AskedPreview): Promise<SegmentPreview> =>
    preview(db, condition, context),
}

export type Questions = typeof questions
export type Name = keyof Questions
export type Question<N extends Name> = Parameters<Questions[N]>[1]
export type Answer<N extends Name> = Awaited<ReturnType<Questions[N]>>

/** What travels to the thread and back. */
export interface Sent {
  id: number
  name: Name
  question: unknown
}
export type Returned = { id: number; answer: unknown } | { id: number; failure: string }

export const answer = (db: Db, name: Name, question: unknown) =>
  (questions[name] as (db: Db, question: unknown) => Promise<unknown>)(db, question)
