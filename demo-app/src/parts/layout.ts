const phone = window.matchMedia('(max-width: 599px)')

/** True where the menu hides behind a button and the guide's place moves into the header. */
export const isPhone = () => phone.matches

/** Calls `fire` when the layout changes between phone and the rest. Returns a function that stops. */
export function onLayout(fire: () => void): () => void {
  phone.addEventListener('change', fire)
  return () => phone.removeEventListener('change', fire)
}
