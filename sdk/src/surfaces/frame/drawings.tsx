/** Line drawings in the colours of the theme; all of them decoration, so hidden from screen readers. */
export const line = { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const

const icons = {
  clock: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l-3 2',
  medal: 'M12 12a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M9 12.6L3.5 3h5L12 9l3.5-6h5L15 12.600M12 15.500v2',
  tick: 'M5 12.500l4.5 4.500L19 7.5',
  close: 'M5.5 5.500l13 13M18.5 5.500l-13 13',
  down: 'M6 9l6 6 6-6',
  right: 'M9.5 6l6 6-6 6',
  pause: 'M7 5h3v14h-3zM14 5h3v14h-3z',
  play: 'M7 4.500v15l12-7.500z',
}

export const Icon = ({ name, size = 24 }: { name: keyof typeof icons; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    aria-hidden="true"
    {...line}
    stroke="currentColor"
    stroke-width="2"
  >
    <path d={icons[name]} />
  </svg>
)

/** A ring that fills with `share` (0..1) around what stands in its middle. */
export function Ring({
  share,
  size = 36,
  children,
}: {
  share: number
  size?: number
  children?: preact.ComponentChildren
}) {
  const length = 2 * Math.PI * 15
  return (
    <span class="ring" style={{ width: `${size}px`, height: `${size}px` }}>
      <svg width={size} height={size} viewBox="0 0 36 36" aria-hidden="true" fill="none" stroke-width="4.5">
        <circle cx="18" cy="18" r="15" stroke="var(--rest, var(--line))" />
        <circle
          cx="18"
          cy="18"
          r="15"
          stroke="var(--part, var(--action))"
          stroke-dasharray={`${share * length} ${length}`}
          transform="rotate(-90 18 18)"
        />
      </svg>
      <b aria-hidden="true">{children}</b>
    </span>
  )
}
