import type { ComponentChildren, Ref } from 'preact'
import './button.css'
import { Icon, type IconName } from './icon'

interface ButtonProps {
  children: ComponentChildren
  /** `primary`: exactly one per page. `danger` only where data ends. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  icon?: IconName
  /** Goes to a page instead of acting. */
  href?: string
  onClick?: (event: MouseEvent) => void
  type?: 'button' | 'submit'
  disabled?: boolean
  /** The act is on its way: the button keeps its place and takes no second press. */
  busy?: boolean
  small?: boolean
  id?: string
}

export function Button({
  children,
  kind = 'plain',
  icon,
  href,
  small,
  busy,
  disabled,
  ...rest
}: ButtonProps) {
  const look = `button button-${kind}${small ? ' button-small' : ''}`
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </>
  )
  if (href)
    return (
      <a class={look} href={href} id={rest.id}>
        {inside}
      </a>
    )
  return (
    <button
      type="button"
      class={look}
      aria-disabled={busy || undefined}
      disabled={disabled}
      {...rest}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {inside}
    </button>
  )
}

interface IconButtonProps {
  icon: IconName
  /** What it does, for everyone who does not see the icon, and as its tooltip. */
  label: string
  href?: string
  onClick?: (event: MouseEvent) => void
  pressed?: boolean
  disabled?: boolean
  size?: number
  buttonRef?: Ref<HTMLButtonElement>
}

export function IconButton({ icon, label, href, pressed, size = 16, buttonRef, ...rest }: IconButtonProps) {
  if (href)
    return (
      <a class="icon-button" href={href} aria-label={label} title={label}>
        <Icon name={icon} size={size} />
      </a>
    )
  return (
    <button
      type="button"
      ref={buttonRef}
      class="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      {...rest}
    >
      <Icon name={icon} size={size} />
    </button>
  )
}
