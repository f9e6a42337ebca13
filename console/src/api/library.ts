import type { Condition } from '#contract/condition'
import type { Milestone, MilestoneInput, MilestoneSave } from '#contract/milestone'
import type { Vocabulary } from '#contract/report'
import type { Segment, SegmentInput, SegmentPreview, SegmentSave } from '#contract/segment'
import { type CallOptions, get, post, put, remove } from './client'

export const segments = {
  list: () => get<Segment[]>('/api/segments'),
  find: (id: string) => get<Segment>(`/api/segments/${encodeURIComponent(id)}`),
  create: (segment: SegmentInput) => post<Segment>('/api/segments', segment),
  /** Rejects with `conflict`, carrying theirs, when somebody else saved first. */
  save: (id: string, segment: SegmentSave) =>
    put<Segment>(`/api/segments/${encodeURIComponent(id)}`, segment),
  /** Rejects with `in_use` while an experience or another segment names it. */
  remove: (id: string) => remove(`/api/segments/${encodeURIComponent(id)}`),
  /** How many people and shops of the environment a condition holds. */
  preview: (environment: string, condition: Condition, options?: CallOptions) =>
    post<SegmentPreview>(`/api/${environment}/segments/preview`, { condition }, options),
}

export const milestones = {
  list: () => get<Milestone[]>('/api/milestones'),
  create: (milestone: MilestoneInput) => post<Milestone>('/api/milestones', milestone),
  /** Rejects with `conflict`, carrying theirs, when somebody else saved first. */
  save: (id: string, milestone: MilestoneSave) =>
    put<Milestone>(`/api/milestones/${encodeURIComponent(id)}`, milestone),
  /** Rejects with `in_use` while a rule, a task or another milestone names it. */
  remove: (id: string) => remove(`/api/milestones/${encodeURIComponent(id)}`),
  /** The whole ladder, from the first rung up. */
  order: (ids: string[]) => put<Milestone[]>('/api/milestones/order', { ids }),
}

export const vocabulary = {
  of: (environment: string) => get<Vocabulary>(`/api/${environment}/vocabulary`),
}
