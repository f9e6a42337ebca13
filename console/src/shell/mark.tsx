/** Trilha's mark: a path with its end in sight. */
export const Mark = ({ size = 24 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
    <rect width="24" height="24" rx="6" fill="#0F766E" />
    <path
      d="M16 7.5h-5.2a2.3 2.3 0 0 0 0 4.6h2.4a2.3 2.3 0 0 1 0 4.6H8"
      stroke="#fff"
      stroke-width="2"
      stroke-linecap="round"
    />
    <circle cx="17.4" cy="6.6" r="1.6" fill="#fff" />
  </svg>
)
