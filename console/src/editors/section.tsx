import type { ComponentChildren } from 'preact'
import { isBlocking } from '#contract/advice'
import { texts } from '../locales'
import { Shape } from '../ui/tag'
import { issueAt, useEditing } from './editing'

interface SectionProps {
  title: string
  /** Path in the draft: issues are shown here and the list of issues jumps here. */
  path: string
  aside?: ComponentChildren
  children: ComponentChildren
}

/** One property of the chosen part, between hairlines. */
export function Section({ title, path, aside, children }: SectionProps) {
  const { experience } = useEditing()
  const { editor } = texts()
  const issue = issueAt(experience.issues.filter(isBlocking), path)
  return (
    <section class="section" data-path={path}>
      <header class="section-head">
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
      {issue && (
        <p class="field-error">
          <Shape state="critical" />
          <span>{editor.issue[issue.code] ?? issue.message}</span>
        </p>
      )}
    </section>
  )
}
