import { fill, localise } from '#contract/localise'
import { occasionWords } from '../../../locales/pt-BR/occasions'
import { sayIn } from '../../../locales/say'
import { Icon } from '../../frame/drawings'
import { openGuide } from '../../frame/guide'
import { type Occasions, Segments } from '../step-card'
import { Seal, Trail } from './artwork'

export { nextEight } from './eight'
export { occasionsCss } from './style'

/** The welcome invites and can be put off; the success celebrates and closes. */
export const occasions: Occasions = ({ step, of, reader, onNext, onLeave, onRemind }) => {
  const say = sayIn(reader.locale, occasionWords)
  const notNow = () => onLeave('not_now')
  const own = step.buttonLabel && fill(localise(step.buttonLabel, reader.locale), reader.lookup)
  if (step.look === 'welcome')
    return {
      above: <Trail />,
      acts: (
        <div class="acts">
          <button type="button" class="line" onClick={onRemind}>
            <Icon name="clock" />
            {say('remindAt8')}
          </button>
          <button type="button" class="full main" onClick={onNext}>
            {own ?? say('doNow')}
          </button>
          <button type="button" class="quiet wide" onClick={notNow}>
            {say('notNow')}
          </button>
        </div>
      ),
    }
  return {
    above: <Seal />,
    below: of > 1 && <Segments n={of} of={of} />,
    medal: <Icon name="medal" />,
    acts: (
      <div class="acts">
        {own && (
          <button
            type="button"
            class="line main"
            onClick={() => {
              onNext()
              openGuide()
            }}
          >
            {own}
          </button>
        )}
        <button type="button" class={own ? 'quiet' : 'line main'} onClick={notNow}>
          {say('close')}
        </button>
      </div>
    ),
  }
}
