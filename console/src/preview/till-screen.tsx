import type { Rect, Screen, Size } from './screen'
import './till-screen.css'

const ROOM_FOR_WORDS = 120

interface TillScreenProps {
  size: Size
  screen: Screen
  mode: 'light' | 'dark'
  /** The element pointed at, and what the author calls it. */
  target?: { rect: Rect; label: string }
}

/** The drawing behind the till's real surface: shapes without words, so that only the card is read. */
export function TillScreen({ size, screen, mode, target }: TillScreenProps) {
  const { rail, menu, header, search, chips, tiles, cart, lines, main } = screen
  return (
    <svg
      class={`till-screen till-screen-${mode}`}
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      aria-hidden="true"
    >
      <rect class="ground" width={size.width} height={size.height} />
      {cart && <rect class="surface" {...cart} />}
      {cart && (
        <path
          class="line"
          d={size.height > size.width ? `M0 ${cart.y}H${size.width}` : `M${cart.x} 0V${size.height}`}
        />
      )}
      <path class="line" d={`M${header.x} ${header.height}H${header.x + header.width}`} />
      <rect class="strong" x={header.x + 24} y={20} width={92} height={16} rx={4} />
      <rect class="weak" x={header.x + header.width - 120} y={20} width={96} height={16} rx={4} />
      <rect class="rail" {...rail} />
      {menu.map((item, i) => (
        <g key={`${item.x}-${item.y}`}>
          <rect class={i === 1 ? 'menu-on' : 'rail'} {...item} rx={12} />
          <circle class="menu-dot" cx={item.x + item.width / 2} cy={item.y + 22} r={9} />
          <rect
            class="menu-dot"
            x={item.x + item.width / 2 - 20}
            y={item.y + 42}
            width={40}
            height={6}
            rx={3}
          />
        </g>
      ))}
      <rect class="field" {...search} rx={12} />
      <rect
        class="weak"
        x={search.x + 20}
        y={search.y + search.height / 2 - 6}
        width={180}
        height={12}
        rx={4}
      />
      {chips.map((chip, i) => (
        <rect key={chip.x} class={i ? 'field' : 'rail'} {...chip} rx={20} />
      ))}
      {tiles.map((tile, i) => (
        <g key={`${tile.x}-${tile.y}`}>
          <rect class="field" {...tile} rx={14} />
          <path
            class={`band band-${i % 3}`}
            d={`M${tile.x + 1} ${tile.y + 30}v-16a13 13 0 0 1 13-13h${tile.width - 28}a13 13 0 0 1 13 13v16Z`}
          />
          <rect class="weak" x={tile.x + 14} y={tile.y + 46} width={tile.width * 0.6} height={12} rx={4} />
          <rect class="strong" x={tile.x + 14} y={tile.y + 72} width={tile.width * 0.42} height={14} rx={4} />
        </g>
      ))}
      {lines.map((line) => (
        <g key={line.y}>
          <rect class="weak" x={line.x} y={line.y + 6} width={line.width * 0.5} height={12} rx={4} />
          <rect class="strong" x={line.x + line.width - 64} y={line.y + 6} width={64} height={14} rx={4} />
          <path class="line" d={`M${line.x} ${line.y + 44}h${line.width}`} />
        </g>
      ))}
      <rect class="main" {...main} rx={14} />
      <rect class="on-main" x={main.x + 24} y={main.y + main.height / 2 - 7} width={96} height={14} rx={4} />
      <rect
        class="on-main"
        x={main.x + main.width - 104}
        y={main.y + main.height / 2 - 7}
        width={80}
        height={14}
        rx={4}
      />
      {target && target.rect !== main && (
        <g>
          <rect class="target" {...target.rect} rx={12} />
          {target.rect.width >= ROOM_FOR_WORDS && (
            <text
              class="target-name"
              x={target.rect.x + target.rect.width / 2}
              y={target.rect.y + target.rect.height / 2}
              dominant-baseline="central"
              text-anchor="middle"
            >
              {target.label.length > 24 ? `${target.label.slice(0, 23)}…` : target.label}
            </text>
          )}
        </g>
      )}
    </svg>
  )
}
