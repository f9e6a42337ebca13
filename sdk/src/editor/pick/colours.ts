type Rgba = [red: number, green: number, blue: number, alpha: number]

const part = (text: string | undefined, whole: number) =>
  text === undefined || text === 'none'
    ? 0
    : text.endsWith('%')
      ? (Number.parseFloat(text) / 100) * whole
      : Number.parseFloat(text)

/** A colour as browsers compute it, with red, green and blue from 0 to 255; undefined for spaces we don't know. */
export function parseColour(css: string): Rgba | undefined {
  const [, name, inside] = /^(rgba?|color|oklch|oklab)\((.+)\)$/.exec(css.trim()) ?? []
  if (!inside) return undefined
  const parts = inside.replace(/^srgb\s/, '').split(/[\s,/]+/)
  const alpha = parts[3] === undefined ? 1 : part(parts[3], 1)
  const at = (i: number, whole: number) => part(parts[i], whole)
  if (name === 'rgb' || name === 'rgba') return [at(0, 255), at(1, 255), at(2, 255), alpha]
  if (name === 'color')
    return inside.startsWith('srgb ') ? [at(0, 1) * 255, at(1, 1) * 255, at(2, 1) * 255, alpha] : undefined
  const hue = (at(2, 0.4) * Math.PI) / 180
  const [a, b] =
    name === 'oklch' ? [at(1, 0.4) * Math.cos(hue), at(1, 0.4) * Math.sin(hue)] : [at(1, 0.4), at(2, 0.4)]
  return [...fromOklab(at(0, 1), a, b), alpha]
}

/** CSS Color 4, section 10.9: OKLab to gamma-encoded sRGB. */
function fromOklab(lightness: number, a: number, b: number): [number, number, number] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const encoded = (linear: number) =>
    255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055)
  return [
    encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

const two = (value: number) =>
  Math.max(0, Math.min(255, Math.round(value)))
    .toString(16)
    .padStart(2, '0')

/** `#rrggbb`, with two more for what shines through; undefined when nothing would be seen. */
export function hexOf(css: string, opacity = 1): string | undefined {
  const rgba = parseColour(css)
  if (!rgba) return undefined
  const alpha = rgba[3] * opacity
  if (alpha < 0.04) return undefined
  return `#${two(rgba[0])}${two(rgba[1])}${two(rgba[2])}${alpha < 0.98 ? two(alpha * 255) : ''}`
}

const numbers = (hex: string) => [1, 3, 5, 7].map((i) => Number.parseInt(hex.slice(i, i + 2) || 'ff', 16))

/** A list of colours that never grows beyond `most`: one too many becomes the nearest there is. */
export function palette(most: number) {
  const colours: string[] = []
  return {
    colours,
    place(hex: string | undefined): number {
      if (!hex) return -1
      const known = colours.indexOf(hex)
      if (known >= 0) return known
      if (colours.length < most) return colours.push(hex) - 1
      const wanted = numbers(hex)
      const far = (other: string) =>
        numbers(other).reduce((sum, value, i) => sum + (value - wanted[i]!) ** 2 * (i === 3 ? 4 : 1), 0)
      return colours.reduce((best, other, i) => (far(other) < far(colours[best]!) ? i : best), 0)
    },
  }
}
