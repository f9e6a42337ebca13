import { z } from 'zod'

const Colour = z.string().regex(/^#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?$/, 'write a colour as #RRGGBB')

/** The colours of one appearance; names and defaults as on the look page in docs. */
export const Palette = z.strictObject({
  surface: Colour,
  ground: Colour,
  line: Colour,
  outline: Colour,
  text: Colour,
  text2: Colour,
  action: Colour,
  onAction: Colour,
  actionSoft: Colour,
  actionSoftText: Colour,
  done: Colour,
  dim: Colour,
  ring: Colour,
})
export type Palette = z.infer<typeof Palette>

/** How surfaces look in a till: tokens only, never CSS. The font is the host's own. Radii in CSS pixels. */
export const Theme = z.strictObject({
  light: Palette,
  dark: Palette,
  radiusCard: z.number().min(0).max(32),
  radiusButton: z.number().min(0).max(32),
})
export type Theme = z.infer<typeof Theme>
