import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon'
import './tag.css'

/** Where a thing is in its life (published, draft, paused). Never its health: that is `Status`. */
export function Tag({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: 'accent' | 'outline' | 'neutral'
  icon?: IconName
  children: ComponentChildren
}) {
  return (
    <span class={`tag tag-${tone}`}>
      {icon && <Icon name={icon} size={13} />}
      {children}
    </span>
  )
}

export type Health = 'ok' | 'attention' | 'critical' | 'none'

/** Health as shape, colour and word; the word turns colour only when critical. */
export function Status({ state, children }: { state: Health; children: ComponentChildren }) {
  return (
    <span class={`status status-${state}`}>
      {state !== 'none' && <Shape state={state} />}
      <span>{children}</span>
    </span>
  )
}

/** Circle: fine. Triangle: attention. Square: critical. Readable in grey. */
export function Shape({ state }: { state: Exclude<Health, 'none'> }) {
  return (
    <svg class={`shape shape-${state}`} width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      {state === 'ok' && <circle cx="5" cy="5" r="4.5" />}
      {state === 'attention' && <path d="M5 .8 10 9.4H0Z" />}
      {state === 'critical' && <rect x=".5" y=".5" width="9" height="9" rx="1" />}
    </svg>
  )
}
