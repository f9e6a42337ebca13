import { texts } from '../../locales'
import { may } from '../../session'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/page'

/** Nothing written yet: what a tour brings, in three steps, and the one next thing to do. */
export function FirstUse({ onStart }: { onStart: () => void }) {
  const { empty } = texts().contents
  return (
    <Empty
      title={empty.title}
      steps={empty.steps}
      actions={
        may('author') && (
          <Button kind="primary" onClick={onStart}>
            {empty.use}
          </Button>
        )
      }
    >
      {empty.detail}
    </Empty>
  )
}
