import { effect, signal } from '@preact/signals'
import { remembered } from './remembered'

export const themes = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themes)[number]

export const themeChoice = remembered<ThemeChoice>('trilha.theme', 'system', themes)

const dark = matchMedia('(prefers-color-scheme: dark)')
const systemIsDark = signal(dark.matches)
dark.addEventListener('change', () => {
  systemIsDark.value = dark.matches
})

/** Keeps the page in the chosen colours; `system` follows the machine's. */
effect(() => {
  const isDark = themeChoice.value === 'dark' || (themeChoice.value === 'system' && systemIsDark.value)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
})
