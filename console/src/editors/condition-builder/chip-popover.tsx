import * as zag from '@zag-js/popover'
import { normalizeProps, useMachine } from '@zag-js/preact'
import type { ComponentChildren } from 'preact'
import { createPortal } from 'preact/compat'
import { useId } from 'preact/hooks'
import { Icon, type IconName } from '../../ui/icon'

interface ChipPopoverProps {
  /** Read aloud before the chip's own words. */
  label: string
  words: string
  icon?: IconName
  /** `subject` is white, `value` accent soft, `verb` plain text, `add` a quiet button. */
  look: 'subject' | 'value' | 'verb' | 'add'
  disabled?: boolean
  /** What opens below; `close` puts the focus back on the chip. */
  children: (close: () => void) => ComponentChildren
}

/** A chip of a rule. Pressed, it opens the place where it is changed. */
export function ChipPopover({ label, words, icon, look, disabled, children }: ChipPopoverProps) {
  const service = useMachine(zag.machine, {
    id: useId(),
    // Between a phone's keyboard and its bars it shrinks rather than leave the screen.
    positioning: { placement: 'bottom-start', gutter: 4, fitViewport: true },
  })
  const popover = zag.connect(service, normalizeProps)
  const inside = (
    <>
      {icon && <Icon name={icon} size={14} />}
      <span>{words}</span>
    </>
  )
  if (disabled) return <span class={`rule-chip rule-${look}`}>{inside}</span>
  return (
    <>
      <button
        {...popover.getTriggerProps()}
        class={`rule-chip rule-${look}`}
        aria-label={look === 'add' ? words : `${label}: ${words}`}
        title={look === 'add' ? words : undefined}
      >
        {inside}
      </button>
      {popover.open &&
        createPortal(
          <div {...popover.getPositionerProps()}>
            <div {...popover.getContentProps()} role="dialog" class="rule-popover" aria-label={label}>
              {children(() => popover.setOpen(false))}
            </div>
          </div>,
          document.body,
        )}
    </>
  )
}
