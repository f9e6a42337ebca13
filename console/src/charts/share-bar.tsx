import './share-bar.css'

interface ShareBarProps {
  /** 0..1 */
  share: number
  /** Height in px; the width is its place's. */
  height?: number
  /** The rest, or another than the first. */
  muted?: boolean
}

/** A share as wide as its place, with ends that stay round. The figure stands beside it. */
export function ShareBar({ share, height = 6, muted }: ShareBarProps) {
  return (
    <svg
      class={`share-bar${muted ? ' share-bar-muted' : ''}`}
      width="100%"
      height={height}
      aria-hidden="true"
    >
      <rect class="share-bar-track" width="100%" height={height} rx={3} />
      <rect
        class="share-bar-fill"
        width={`${Math.max(0, Math.min(1, share)) * 100}%`}
        height={height}
        rx={3}
      />
    </svg>
  )
}
