import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { texts } from '../locales'
import { IconButton } from './button'
import './dialog.css'

interface DialogProps {
  title: string
  onClose: () => void
  children: ComponentChildren
  /** Buttons, the main one last. */
  actions?: ComponentChildren
  /** Called on Enter in a field; the dialog is then a form. */
  onSubmit?: () => void
  /** `drawer`: at the right, without dimming, for detail beside a list. */
  kind?: 'dialog' | 'drawer'
  wide?: boolean
}

/** The browser's own dialog: it holds the focus, closes on Esc and gives the focus back. Mount it to open it. */
export function Dialog({ title, onClose, children, actions, onSubmit, kind = 'dialog', wide }: DialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current!
    const before = document.activeElement
    if (kind === 'drawer') element.show()
    else {
      element.showModal()
      // What is asked first, rather than the way out; where nothing is asked the browser chooses.
      element
        .querySelector<HTMLElement>(
          '.dialog-body :is(input:checked, input:not([type=radio]), textarea, select)',
        )
        ?.focus()
    }
    return () => {
      element.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [kind])
  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${kind}${wide ? ' dialog-wide' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        // A drawer is not modal, so the browser leaves Esc to us.
        if (kind === 'drawer' && event.key === 'Escape') onClose()
      }}
      onPointerDown={(event) => {
        if (kind === 'dialog' && event.target === dialog.current) onClose()
      }}
    >
      <form
        class="dialog-inside"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit?.()
        }}
      >
        <header class="dialog-head">
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" label={texts().common.close} onClick={onClose} />
        </header>
        <div class="dialog-body">{children}</div>
        {actions && <footer class="dialog-foot">{actions}</footer>}
      </form>
    </dialog>
  )
}
