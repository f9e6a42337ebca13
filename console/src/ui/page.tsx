import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ApiError, FailureCode } from '../api/client'
import { texts } from '../locales'
import { Button, IconButton } from './button'
import { copy } from './copy'
import './page.css'
import { Rich } from './rich'
import { Shape } from './tag'

interface PageHeadProps {
  title: string
  /** Where the page belongs, above the title. */
  place?: { label: string; href: string }
  /** Beside the title: a `Tag` or `Status`. */
  beside?: ComponentChildren
  /** The one sentence that says what is so, figures between `**`. */
  finding?: string
  /** Exactly one primary. On a phone they stand fixed at the foot. */
  actions?: ComponentChildren
}

/** Head of every page: sets the document's title too. */
export function PageHead({ title, place, beside, finding, actions }: PageHeadProps) {
  useTitle(title)
  return (
    <header class="page-head">
      <div class="page-words">
        {place && (
          <a class="page-place" href={place.href}>
            {place.label}
          </a>
        )}
        <div class="page-title">
          <h1>{title}</h1>
          {beside}
        </div>
        {finding && (
          <p class="page-finding">
            <Rich text={finding} />
          </p>
        )}
      </div>
      {actions && <div class="page-actions">{actions}</div>}
    </header>
  )
}

export function useTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · Trilha`
  }, [title])
}

const PATIENCE_MS = 150 // a faster answer never flashes a skeleton

/** Grey shapes in the page's own layout, after a moment. No spinner. */
export function Skeleton({
  rows = 6,
  head = true,
  title,
}: {
  rows?: number
  head?: boolean
  /** Of the page, where it is known before its contents. */
  title?: string
}) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  const { loading } = texts().common
  return (
    <>
      {/* Whoever listens hears which page this is before its words are there. */}
      {head && <h1 class="unseen">{title ?? loading}</h1>}
      <div class="skeleton" role="status" aria-label={loading}>
        {late && (
          <>
            {head && (
              <div class="skeleton-head">
                <i class="skeleton-title" />
                <i class="skeleton-line" />
              </div>
            )}
            {Array.from({ length: rows }, (_, i) => (
              <div class="skeleton-row" key={`row-${String(i)}`}>
                <i class="skeleton-tile" />
                <span>
                  <i class="skeleton-name" />
                  <i class="skeleton-note" />
                </span>
                <i class="skeleton-tag" />
                <i class="skeleton-bar" />
              </div>
            ))}
          </>
        )}
      </div>
    </>
  )
}

/** What happened and what to do, in the reader's language. */
export function failureWords(code: FailureCode) {
  const { errors } = texts()
  return code === 'offline' || code === 'unreadable' ? errors[code] : errors.byCode[code]
}

interface FailureProps {
  error: ApiError
  onRetry?: () => void
  /** Given where the failure is the whole page: where to go when what was asked for is gone. */
  home?: { label: string; href: string }
}

/** A page or panel that could not be read: what happened, what is still safe, what to do, and the code to copy. */
export function Failure({ error, onRetry, home }: FailureProps) {
  const { common, errors } = texts()
  const words = failureWords(error.code)
  const code = `${error.code}${error.status ? ` · ${error.status}` : ''}`
  const Heading = home ? 'h1' : 'h2'
  // What was removed does not come back by asking again.
  const isGone = home && error.code === 'not_found'
  return (
    <section class="failure" role="alert">
      <Heading>
        <Shape state="critical" />
        {words.title}
      </Heading>
      <p>{words.detail}</p>
      {isGone ? (
        <Button kind="primary" href={home.href}>
          {errors.goTo(home.label)}
        </Button>
      ) : (
        onRetry && (
          <Button kind="primary" icon="reload" onClick={onRetry}>
            {common.retry}
          </Button>
        )
      )}
      <p class="failure-code">
        <span>{code}</span>
        <IconButton icon="copy" label={common.copy} size={14} onClick={() => copy(code)} />
      </p>
    </section>
  )
}

interface EmptyProps {
  title: string
  /** What this page is for, in a sentence. */
  children?: ComponentChildren
  /** Up to three short steps. */
  steps?: string[]
  actions?: ComponentChildren
  /** A picture of the result. */
  picture?: ComponentChildren
}

/** Nothing here yet: teaches with a picture, short steps and one next action. */
export function Empty({ title, children, steps, actions, picture }: EmptyProps) {
  return (
    <section class="empty">
      <div class="empty-words">
        <h2>{title}</h2>
        {children && <p>{children}</p>}
        {steps && (
          <ol>
            {steps.map((step, i) => (
              <li key={step}>
                <span aria-hidden="true">{i + 1}</span>
                {step}
              </li>
            ))}
          </ol>
        )}
        {actions && <div class="empty-actions">{actions}</div>}
      </div>
      {picture && <div class="empty-picture">{picture}</div>}
    </section>
  )
}
