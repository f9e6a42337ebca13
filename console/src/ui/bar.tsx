import './bar.css'

/** A share as a filled track; the figure stands beside it. `muted`: paused, or the rest. */
export function Bar({ share, muted }: { share: number; muted?: boolean }) {
  return (
    <svg
      class={`bar${muted ? ' bar-muted' : ''}`}
      viewBox="0 0 56 6"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect class="bar-track" width="56" height="6" rx="3" />
      <rect class="bar-fill" width={Math.max(0, Math.min(1, share)) * 56} height="6" rx="3" />
    </svg>
  )
}
