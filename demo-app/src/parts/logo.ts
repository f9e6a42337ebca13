import { html, svg } from 'lit'

const drawing = svg`<rect width="44" height="44" rx="10" fill="#C2410C"/><path fill="#fff" d="M12 8h20v20.5l-2.5-2-2.5 2-2.5-2-2.5 2-2.5-2-2.5 2-2.5-2-2.5 2z"/><path fill="#C2410C" d="M16 13h12v2.6H16zM16 19h8v2.6h-8z"/><rect x="6.5" y="32.5" width="31" height="3.4" rx="1.7" fill="#fff"/>`

export const logo = (size = 44) =>
  html`<svg width=${size} height=${size} viewBox="0 0 44 44" role="img" aria-label="Caixa Fácil">${drawing}</svg>`
