import type { Api } from './api'
import { leave } from './door/door'
import type { Closed } from './door/enter'
import type { Texts } from './locales'

interface Props {
  t: Texts
  because: Closed
  experience: string | undefined
  api: Api
  apiKey: string
  onClose: () => void
}

/** Says why she is not let in, and what to do. */
export function ClosedDoor({ t, because, experience, api, apiKey, onClose }: Props) {
  const [title, detail] = t.closed[because] as [string, string]
  const again = () => experience && void leave(api, apiKey, { experience, sentAt: [] })
  return (
    <section class="closed dark" role="alertdialog" aria-label={title}>
      <h1>{title}</h1>
      <p>{detail}</p>
      <div class="acts">
        {experience && because !== 'stranger' && (
          <button type="button" class="main" onClick={again}>
            {t.again}
          </button>
        )}
        <button type="button" class="line" onClick={onClose}>
          {t.close}
        </button>
      </div>
    </section>
  )
}
