import { moment } from '../format'
import { texts } from '../locales'
import { Button } from './button'
import './conflict.css'
import { Icon } from './icon'
import { Rich } from './rich'

interface ConflictProps {
  theirs: { updatedBy: string; updatedAt: number }
  /** Who changed what, and when. */
  words: (who: string, when: string) => string
  onTheirs: () => void
  onMine: () => void
}

/** Somebody else saved first: nothing is lost, and she chooses. */
export function Conflict({ theirs, words, onTheirs, onMine }: ConflictProps) {
  const { common } = texts()
  return (
    <div class="conflict" role="alert">
      <Icon name="users" />
      <p>
        <Rich text={words(theirs.updatedBy, moment(theirs.updatedAt))} />
      </p>
      <Button small onClick={onTheirs}>
        {common.useTheirs}
      </Button>
      <Button small onClick={onMine}>
        {common.keepMine}
      </Button>
    </div>
  )
}
