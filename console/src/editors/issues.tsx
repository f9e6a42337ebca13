import { isBlocking } from '#contract/advice'
import type { Issue } from '#contract/errors'
import { partsOf } from '../../../sdk/src/editor/draft/draft'
import { number } from '../format'
import { texts } from '../locales'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Shape } from '../ui/tag'
import { useEditing } from './editing'

interface IssuesProps {
  onClose: () => void
  onJump: (issue: Issue) => void
}

/** Everything that is missing; each line leads to its field. */
export function Issues({ onClose, onJump }: IssuesProps) {
  const { editor } = texts()
  const { issues } = useEditing().experience
  const groups = [
    [editor.issuesBlock, issues.filter(isBlocking)],
    [editor.issuesAdvice, issues.filter((issue) => !isBlocking(issue))],
  ] as const
  return (
    <Dialog kind="drawer" title={editor.issues} onClose={onClose}>
      {!issues.length && <p>{editor.issuesNone}</p>}
      {groups.map(
        ([title, list]) =>
          list.length > 0 && (
            <section key={title} class="issues">
              <h3>
                {title} · {number(list.length)}
              </h3>
              <IssueList issues={list} onJump={onJump} />
            </section>
          ),
      )}
    </Dialog>
  )
}

export function IssueList({ issues, onJump }: { issues: Issue[]; onJump: (issue: Issue) => void }) {
  const words = useIssueWords()
  return (
    <ul>
      {issues.map((issue) => (
        <li key={`${issue.path} ${issue.code}`} class="issue">
          <Shape state={isBlocking(issue) ? 'critical' : 'attention'} />
          <Button kind="quiet" small onClick={() => onJump(issue)}>
            {words(issue)}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** "Passo 3 · Título: preencha": where it is, by the names on the screen, and what to do. */
function useIssueWords() {
  const { editor } = texts()
  const { draft } = useEditing()
  return ({ path, code, message }: Issue) => {
    const [first, index, ...rest] = path.split('.')
    const isPart = (first === 'steps' || first === 'tasks') && index !== undefined
    const at = Number(index)
    const where = isPart
      ? (first === 'steps' ? editor.stepOf : editor.taskOf)(number(at + 1), number(partsOf(draft).length))
      : undefined
    const field = fieldName(isPart ? rest : [first ?? '', ...(index ? [index] : []), ...rest])
    const said = editor.issue[code] ?? message
    const what = path.endsWith('.en') ? editor.inEnglish(said) : said
    return [where, field && `${field}: ${what}`, !field && what].filter(Boolean).join(' · ')
  }
}

/** The name on the screen of the deepest part of a path that has one. */
function fieldName(path: string[]): string | undefined {
  const { editor } = texts()
  const names: Record<string, string> = {
    name: editor.name,
    title: editor.title,
    body: editor.body,
    buttonLabel: editor.button,
    target: editor.target,
    label: editor.label,
    selector: editor.selector,
    advance: editor.advance,
    event: editor.event,
    missing: editor.missing,
    path: editor.path,
    when: editor.stepWhen,
    variants: editor.variants,
    audience: editor.audience,
    trigger: editor.trigger,
    frequency: editor.frequency,
    everyDays: editor.everyDays,
    priority: editor.priority,
    expiresAt: editor.expires,
    detail: editor.detail,
    done: editor.done,
    milestone: editor.milestone,
    action: editor.action,
    medal: editor.medal,
    weight: editor.weight,
    deadlineDays: editor.deadline,
  }
  return path.map((key) => names[key]).findLast(Boolean)
}
