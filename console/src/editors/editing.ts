import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Issue } from '#contract/errors'
import type { Experience } from '#contract/library'
import type { ContentReport } from '#contract/report'
import type { TargetHealth } from '#contract/target-health'
import type { ContentDraft, Part } from '../../../sdk/src/editor/draft/draft'
import type { Known } from './condition-builder/known'

/** Languages that texts are written in; the first is the source. */
export const textLocales = ['pt-BR', 'en'] as const
export type TextLocale = (typeof textLocales)[number]

/** What every panel of an editor knows and may do. */
export interface Editing {
  draft: ContentDraft
  /** The server's copy: issues, publications, who and when. */
  experience: Experience
  known: Known
  report: ContentReport | undefined
  /** How tills fare with what the steps point at; undefined before it was ever published, and for checklists. */
  health: TargetHealth | undefined
  /** On the running application, at this step; undefined where she may not. */
  editOnScreen: ((step?: string) => void) | undefined
  /** The language whose texts are shown and written. */
  textLocale: TextLocale
  setTextLocale: (locale: TextLocale) => void
  isReadOnly: boolean
  /** Words about the person who is looked at, when the draft is viewed as somebody. */
  lookup?: (name: string) => string | undefined
  /** The draft differs from what is on the air somewhere, or is nowhere on the air. */
  isChanged: boolean
  /** `about` names the field, so that the letters of one word are undone together. */
  change: (draft: ContentDraft, about: string) => void
  /** Puts a deleted part back into the draft of now, at its old place. */
  restore: (part: Part, at: number) => void
}

export const EditingContext = createContext<Editing | null>(null)

export function useEditing(): Editing {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('outside of an editor')
  return editing
}

/** The first issue at a path or below it. */
export const issueAt = (issues: Issue[], path: string) =>
  issues.find((issue) => issue.path === path || issue.path.startsWith(`${path}.`))
