import { partsOf } from '../../../sdk/src/editor/draft/draft'
import { number } from '../format'
import { texts } from '../locales'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { Canvas } from './canvas'
import { useEditing } from './editing'
import { LocaleTabs } from './locale-tabs'

interface ReadOnlyProps {
  chosen: string
  onChoose: (id: string) => void
}

/** On a phone: how each step looks on a phone. Writing wants a larger screen. */
export function ReadOnly({ chosen, onChoose }: ReadOnlyProps) {
  const { editor } = texts()
  const { draft } = useEditing()
  const parts = partsOf(draft)
  const at = Math.max(
    0,
    parts.findIndex(({ id }) => id === chosen),
  )
  const go = (to: number) => {
    const part = parts[to]
    if (part) onChoose(part.id)
  }
  return (
    <div class="read-only">
      <p class="read-only-note">
        <Icon name="eye" />
        {editor.readOnly}
      </p>
      <LocaleTabs />
      <Canvas chosen={parts[at]!.id} onChoose={onChoose} fixed="phone" />
      <div class="page-actions">
        <Button disabled={at === 0} onClick={() => go(at - 1)}>
          {editor.previous}
        </Button>
        <Button disabled={at === parts.length - 1} onClick={() => go(at + 1)}>
          {editor.next} ·{' '}
          {(draft.kind === 'tour' ? editor.stepOf : editor.taskOf)(number(at + 1), number(parts.length))}
        </Button>
      </div>
    </div>
  )
}
