import './dots.css'

/** One mark per unit, filled for those that got there: all that may be said of very few. */
export function Dots({ filled, of }: { filled: number; of: number }) {
  return (
    <span class="dots" aria-hidden="true">
      {Array.from({ length: of }, (_, i) => (
        <i key={String(i)} class={i < filled ? 'dots-filled' : undefined} />
      ))}
    </span>
  )
}
