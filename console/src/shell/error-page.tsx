import { Component, type ComponentChildren } from 'preact'
import { texts } from '../locales'
import { Button, IconButton } from '../ui/button'
import { copy } from '../ui/copy'
import { Shape } from '../ui/tag'

/** Keeps a fault of one page to that page: the navigation stays, and the reason can be copied. */
export class ErrorBoundary extends Component<{ children: ComponentChildren; at: string }, { fault?: Error }> {
  override state: { fault?: Error } = {}

  static override getDerivedStateFromError(fault: Error) {
    return { fault }
  }

  override componentDidCatch(fault: Error) {
    console.error(fault)
  }

  override componentDidUpdate(before: { at: string }) {
    if (before.at !== this.props.at && this.state.fault) this.setState({ fault: undefined })
  }

  override render() {
    const { fault } = this.state
    if (!fault) return this.props.children
    const { errors, common } = texts()
    const report = `${fault.name}: ${fault.message} · ${this.props.at}`
    return (
      <section class="failure" role="alert">
        <h2>
          <Shape state="critical" />
          {errors.broken.title}
        </h2>
        <p>{errors.broken.detail}</p>
        <Button kind="primary" icon="reload" onClick={() => location.reload()}>
          {common.reload}
        </Button>
        <p class="failure-code">
          <span>{report}</span>
          <IconButton icon="copy" label={common.copy} size={14} onClick={() => copy(report)} />
        </p>
      </section>
    )
  }
}
