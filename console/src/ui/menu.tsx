import * as zag from '@zag-js/menu'
import { normalizeProps, useMachine } from '@zag-js/preact'
import type { ComponentChildren } from 'preact'
import { createPortal } from 'preact/compat'
import { useId } from 'preact/hooks'
import { Icon, type IconName } from './icon'
import './menu.css'

export type MenuItem =
  | {
      value: string
      label: string
      icon?: IconName
      detail?: string
      danger?: boolean
      disabled?: boolean
      /** One of a set: drawn with a tick where it holds. */
      checked?: boolean
      run: () => void
    }
  | { heading: string }
  | 'line'

interface MenuProps {
  items: MenuItem[]
  /** Label of the trigger for who does not see it. */
  label: string
  /** What is in the trigger; three dots unless given. */
  children?: ComponentChildren
  className?: string
  /** The words in the trigger are its name; `label` then names the list only. */
  namedByContent?: boolean
  align?: 'start' | 'end'
  disabled?: boolean
}

/** A button that opens a list of acts. Arrows, typed letters and Esc work as everywhere. */
export function Menu({
  items,
  label,
  children,
  className = 'icon-button',
  align = 'end',
  disabled,
  namedByContent,
}: MenuProps) {
  const service = useMachine(zag.machine, {
    id: useId(),
    positioning: { placement: `bottom-${align}`, gutter: 4 },
    onSelect: ({ value }) => {
      for (const item of items)
        if (typeof item === 'object' && 'value' in item && item.value === value) item.run()
    },
  })
  const menu = zag.connect(service, normalizeProps)
  return (
    <>
      <button
        {...menu.getTriggerProps()}
        class={className}
        aria-label={namedByContent ? undefined : label}
        title={children ? undefined : label}
        disabled={disabled}
      >
        {children ?? <Icon name="more" />}
      </button>
      {menu.open &&
        createPortal(
          <div {...menu.getPositionerProps()}>
            <div {...menu.getContentProps()} class="menu">
              {items.map((item, i) => {
                if (item === 'line') return <hr key={`line-${items.slice(0, i).length}`} />
                if ('heading' in item)
                  return (
                    <p key={item.heading} class="menu-heading">
                      {item.heading}
                    </p>
                  )
                const { value, disabled, icon, label, detail, danger, checked } = item
                const props =
                  checked === undefined
                    ? menu.getItemProps({ value, disabled })
                    : menu.getOptionItemProps({ value, checked, type: 'radio' })
                return (
                  <div {...props} key={value} class={`menu-item${danger ? ' menu-danger' : ''}`}>
                    {icon ? <Icon name={icon} /> : checked !== undefined && <Tick on={checked} />}
                    <span class="menu-label">
                      {label}
                      {detail && <span class="menu-detail">{detail}</span>}
                    </span>
                  </div>
                )
              })}
            </div>
          </div>,
          document.body,
        )}
    </>
  )
}

const Tick = ({ on }: { on: boolean }) => <span class="menu-tick">{on && <Icon name="check" />}</span>
