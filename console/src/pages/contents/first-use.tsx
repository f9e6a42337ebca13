import { Suspense } from 'preact/compat'
import { lazy } from 'preact-iso'
import type { Start } from '../../editors/starts'
import { texts } from '../../locales'
import { may } from '../../session'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/page'

// The surfaces are heavy and only this one state of the page draws them.
const Example = lazy(() => import('./example').then((m) => m.Example))

/** Nothing written yet: what a tour brings, in three steps, and the one next thing to do. */
export function FirstUse({ onStart }: { onStart: (start: Start) => void }) {
  const { empty } = texts().contents
  return (
    <Empty
      title={empty.title}
      steps={empty.steps}
      picture={
        <Suspense fallback={null}>
          <Example />
        </Suspense>
      }
      actions={
        may('author') && (
          <>
            <Button kind="primary" onClick={() => onStart('firstSale')}>
              {empty.use}
            </Button>
            <Button onClick={() => onStart('tour')}>{empty.scratch}</Button>
          </>
        )
      }
    >
      {empty.detail}
    </Empty>
  )
}
