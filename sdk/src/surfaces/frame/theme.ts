import type { Theme } from '#contract/theme'

export type Mode = 'light' | 'dark'

/** A theme's tokens as custom properties, to be set on the element that holds a surface. */
export function themeStyles(theme: Theme, mode: Mode): Record<string, string> {
  const styles: Record<string, string> = {
    '--card': `${theme.radiusCard}px`,
    '--button': `${theme.radiusButton}px`,
    'color-scheme': mode,
  }
  for (const [name, colour] of Object.entries(theme[mode])) styles[`--${name}`] = colour
  return styles
}

/** Whether the page looks dark now: by the colour that is really behind it, since hosts switch in many ways. */
export function pageMode(): Mode {
  for (const element of [document.body, document.documentElement]) {
    const [red, green, blue, alpha = 1] = (
      getComputedStyle(element).backgroundColor.match(/[\d.]+/g) || []
    ).map(Number) as [number, number, number, number?]
    // Rec. 601 luma is enough to tell night from day.
    if (alpha && red !== undefined) return 0.299 * red + 0.587 * green + 0.114 * blue < 110 ? 'dark' : 'light'
  }
  return 'light'
}
