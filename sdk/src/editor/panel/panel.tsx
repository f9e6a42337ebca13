import { useEffect, useRef } from 'preact/hooks'
import { type StepDraft, say } from '../draft/draft'
import type { HeardEvent } from '../events'
import { Icon } from '../icon'
import { type TextLocale, type Texts, textLocales } from '../locales'
import { AdvanceSection } from './advance'
import { MissingSection } from './missing'
import { Section } from './section'

export interface PanelProps {
  t: Texts
  step: StepDraft
  n: number
  of: number
  words: TextLocale
  path: string
  heard: HeardEvent[]
  isFound: boolean
  /** The side with room beside the card. */
  side: 'left' | 'right'
  /** The end of a narrow screen that the card is not at. */
  end: 'top' | 'bottom'
  rail: 'top' | 'bottom'
  onWords: (locale: TextLocale) => void
  onChange: (more: Partial<StepDraft>, about: string) => void
  onPick: () => void
  onFindAgain: () => void
  onGo: (path: string) => void
  onNavigate: () => void
  onClose: () => void
}

const LOOKS = ['card', 'welcome', 'success'] as const
const PLACEMENTS = ['auto', 'left', 'right', 'top', 'bottom'] as const

/** Everything about the chosen step that is not read on its card, in the order in which it is thought of. */
export function Panel(props: PanelProps) {
  const { t, step, n, of, words, path, isFound, side, end, rail } = props
  const { onWords, onChange, onPick, onGo, onNavigate, onClose } = props
  const look = step.look ?? 'card'
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current!.scrollTop = 0
  }, [step.id])
  return (
    <section
      class="panel dark"
      ref={box}
      data-side={side}
      data-end={end}
      data-rail={rail}
      aria-label={t.settings}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header>
        <h2>{t.stepOf(n, of)}</h2>
        <fieldset class="segmented" aria-label={t.language}>
          {textLocales.map((one) => (
            <button
              type="button"
              key={one}
              aria-pressed={one === words}
              aria-label={t.languages[one]}
              title={t.languages[one]}
              onClick={() => onWords(one)}
            >
              {one.slice(0, 2).toUpperCase()}
            </button>
          ))}
        </fieldset>
        <button type="button" class="icon" aria-label={t.close} title={t.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>

      <Choice
        label={t.look}
        value={look}
        options={LOOKS.map((one) => [one, t.looks[one]])}
        onChoose={(next) => onChange({ look: next }, 'look')}
      />

      {look === 'card' && (
        <Section title={t.target}>
          {step.target ? (
            <>
              <p class="target">
                <b>{step.target.label}</b>
                <span class={isFound ? 'good' : 'warn'} role="status">
                  <Icon name={isFound ? 'check' : 'warning'} size={16} />
                  {isFound ? t.here : t.notHere}
                </span>
              </p>
              <div class="row">
                {!isFound && (
                  <button type="button" class="main" onClick={props.onFindAgain}>
                    <Icon name="target" size={16} />
                    {t.findAgain}
                  </button>
                )}
                <button type="button" class="line" onClick={onPick}>
                  <Icon name="pick" size={16} />
                  {t.repick}
                </button>
                <button
                  type="button"
                  class="line"
                  onClick={() =>
                    onChange(
                      {
                        target: undefined,
                        snapshot: undefined,
                        // Without a target there is nothing to touch.
                        ...(step.advance.on === 'click' && { advance: { on: 'button' as const } }),
                      },
                      'target',
                    )
                  }
                >
                  {t.clear}
                </button>
              </div>
            </>
          ) : (
            <>
              <p class="note">{t.noTarget}</p>
              <button type="button" class="main wide" onClick={onPick}>
                <Icon name="pick" size={16} />
                {t.pick}
              </button>
            </>
          )}
          {step.path && !step.path.includes('*') && step.path !== path && (
            <p class="row note">
              <span>{t.otherPage(step.path)}</span>
              <button type="button" class="line" onClick={() => onGo(step.path!)}>
                {t.go}
              </button>
            </p>
          )}
        </Section>
      )}

      <AdvanceSection {...{ t, step, words, onNavigate, onChange }} heard={props.heard} />

      <Section title={t.page}>
        <input
          type="text"
          aria-label={t.page}
          placeholder={t.anyPage}
          value={step.path ?? ''}
          maxLength={300}
          inputMode="url"
          onInput={({ currentTarget: { value } }) => onChange({ path: value.trim() || undefined }, 'path')}
          aria-invalid={!!step.path && !step.path.startsWith('/')}
        />
        <div class="row">
          {step.path !== path && (
            <button type="button" class="line" onClick={() => onChange({ path }, 'path')}>
              {t.thisPage(path)}
            </button>
          )}
          {step.path && (
            <button type="button" class="line" onClick={() => onChange({ path: undefined }, 'path')}>
              {t.anyPage}
            </button>
          )}
        </div>
        {step.path && <p class="note">{t.pageHelp}</p>}
      </Section>

      {look === 'card' && step.target && (
        <>
          <MissingSection {...{ t, step, onChange }} />
          <Choice
            label={t.placement}
            value={step.placement ?? 'auto'}
            options={PLACEMENTS.map((one) => [one, t.placements[one]])}
            onChoose={(placement) => onChange({ placement }, 'placement')}
          />
        </>
      )}

      <Section title={t.button}>
        <input
          type="text"
          aria-label={t.button}
          lang={words}
          maxLength={160}
          value={step.buttonLabel?.[words] ?? ''}
          onInput={({ currentTarget: { value } }) => {
            const label = say(step.buttonLabel ?? { 'pt-BR': '' }, words, value, !value)
            onChange({ buttonLabel: label['pt-BR'] || label.en ? label : undefined }, `button.${words}`)
          }}
        />
      </Section>
    </section>
  )
}

interface ChoiceProps<T extends string> {
  label: string
  value: T
  options: Array<readonly [T, string]>
  onChoose: (value: T) => void
}

/** One of a few, all in sight. */
function Choice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <Section title={label}>
      <fieldset class="choice" aria-label={label}>
        {options.map(([one, words]) => (
          <button type="button" key={one} aria-pressed={one === value} onClick={() => onChoose(one)}>
            {words}
          </button>
        ))}
      </fieldset>
    </Section>
  )
}
