import { plain } from '../search'

// A quiet drawing of a till's sale screen, for places where the real one is not at hand. Pure geometry in pixels
// of the device; `till-screen.tsx` draws it, the preview points at its parts.

export interface Rect {
  x: number
  y: number
  width: number
  height: number
}
export interface Size {
  width: number
  height: number
}

export interface Screen {
  rail: Rect
  menu: Rect[]
  header: Rect
  search: Rect
  chips: Rect[]
  tiles: Rect[]
  cart: Rect | null
  lines: Rect[]
  main: Rect
}

export const devices = {
  desktop: { width: 1024, height: 768 },
  tablet: { width: 800, height: 1280 },
  phone: { width: 360, height: 640 },
} as const satisfies Record<string, Size>
export type Device = keyof typeof devices

const PHONE_PX = 480

/** Where the parts of the screen stand on a device of this size. */
export function screenOf({ width, height }: Size): Screen {
  const isPhone = width < PHONE_PX
  const isPortrait = height > width
  const rail: Rect = isPortrait
    ? { x: 0, y: height - (isPhone ? 0 : 84), width, height: isPhone ? 0 : 84 }
    : { x: 0, y: 0, width: 96, height }
  const cartWidth = isPortrait ? 0 : Math.round(width * 0.36)
  const gap = isPhone ? 10 : 14
  const margin = isPhone ? 16 : 24
  const left = isPortrait ? 0 : rail.width
  const header: Rect = { x: left, y: 0, width: width - left - cartWidth, height: 56 }
  const inner = header.width - margin * 2
  const search: Rect = { x: left + margin, y: 72, width: inner, height: isPhone ? 48 : 56 }
  const chips = Array.from({ length: isPhone ? 3 : 4 }, (_, i) => ({
    x: left + margin + i * (isPhone ? 104 : 116),
    y: search.y + search.height + gap,
    width: isPhone ? 96 : 106,
    height: 40,
  }))
  const main: Rect = isPhone
    ? { x: margin, y: height - 76, width: inner, height: 60 }
    : isPortrait
      ? { x: width - margin - 320, y: rail.y - 96, width: 320, height: 76 }
      : { x: width - cartWidth + margin, y: height - 96, width: cartWidth - margin * 2, height: 72 }
  const columns = isPhone ? 2 : isPortrait ? 4 : 3
  const tileWidth = (inner - gap * (columns - 1)) / columns
  const tileHeight = isPhone ? 104 : 116
  const top = chips[0]!.y + 40 + gap
  const bottom = isPortrait ? main.y - (isPhone ? 16 : height * 0.28) : height - margin
  const rows = Math.max(1, Math.floor((bottom - top + gap) / (tileHeight + gap)))
  const tiles = Array.from({ length: rows * columns }, (_, i) => ({
    x: left + margin + (i % columns) * (tileWidth + gap),
    y: top + Math.floor(i / columns) * (tileHeight + gap),
    width: tileWidth,
    height: tileHeight,
  }))
  const cart: Rect | null = cartWidth
    ? { x: width - cartWidth, y: 0, width: cartWidth, height }
    : isPhone
      ? null
      : { x: 0, y: bottom + gap, width, height: rail.y - bottom - gap }
  const lines = cart
    ? Array.from({ length: isPortrait ? 3 : 5 }, (_, i) => ({
        x: cart.x + margin,
        y: cart.y + (isPortrait ? 20 : 76) + i * 56,
        width: cart.width - margin * 2,
        height: 40,
      }))
    : []
  const menu = isPhone
    ? []
    : Array.from({ length: 6 }, (_, i) =>
        isPortrait
          ? { x: margin + i * 126, y: rail.y + 12, width: 100, height: 60 }
          : { x: 12, y: 96 + i * 76, width: 72, height: 60 },
      )
  return { rail, menu, header, search, chips, tiles, cart, lines, main }
}

// Words that shops use for parts of such a screen, in the mark or in what the author calls it.
const places: Array<[RegExp, (screen: Screen) => Rect | undefined]> = [
  [/finaliz|pagar|pagamento|total|emitir|concluir|pay|checkout/, ({ main }) => main],
  [/busca|leitor|codigo|search|scan/, ({ search }) => search],
  [/menu|rail|nav|guia$/, ({ menu }) => menu[1]],
  [/produto|grade|tile|categoria|product/, ({ tiles }) => tiles[0]],
  [/carrinho|item|cart|desconto/, ({ lines }) => lines[1]],
  [/caixa|abrir|troco|till|open/, ({ tiles }) => tiles[1]],
]

/** Where the drawing points for a target: by the words of its mark and name, else somewhere in the middle. */
export function rectOf(target: { label: string; selector?: string }, screen: Screen): Rect {
  const words = plain(`${target.selector ?? ''} ${target.label}`)
  const named = places.find(([pattern]) => pattern.test(words))?.[1](screen)
  return named ?? screen.tiles[Math.min(screen.tiles.length - 1, 1)] ?? screen.main
}
