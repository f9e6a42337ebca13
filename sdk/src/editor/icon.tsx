import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Bold,
  Braces,
  Check,
  ChevronDown,
  CircleDot,
  CloudOff,
  Copy,
  Crosshair,
  Ellipsis,
  Eye,
  Grip,
  GripVertical,
  type IconNode,
  List,
  LogOut,
  Monitor,
  MousePointer2,
  MousePointerClick,
  Play,
  Plus,
  Redo2,
  SlidersHorizontal,
  Smartphone,
  Square,
  Tablet,
  Trash2,
  TriangleAlert,
  Undo2,
  X,
  Zap,
} from 'lucide'
import { h } from 'preact'

const icons = {
  down: ArrowDown,
  left: ArrowLeft,
  right: ArrowRight,
  up: ArrowUp,
  bold: Bold,
  braces: Braces,
  check: Check,
  chevron: ChevronDown,
  target: CircleDot,
  offline: CloudOff,
  copy: Copy,
  pick: Crosshair,
  eye: Eye,
  more: Ellipsis,
  grip: Grip,
  handle: GripVertical,
  list: List,
  leave: LogOut,
  desktop: Monitor,
  navigate: MousePointer2,
  click: MousePointerClick,
  play: Play,
  plus: Plus,
  redo: Redo2,
  settings: SlidersHorizontal,
  phone: Smartphone,
  stop: Square,
  tablet: Tablet,
  trash: Trash2,
  warning: TriangleAlert,
  undo: Undo2,
  close: X,
  event: Zap,
} satisfies Record<string, IconNode>

export type IconName = keyof typeof icons

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {icons[name].map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  )
}
