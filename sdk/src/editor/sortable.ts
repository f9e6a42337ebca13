import { useRef, useState } from 'preact/hooks'

interface Dragging {
  id: string
  /** The gap before which the part would stand, counted in the whole list. */
  gap: number
}

/**
 * Reorders a vertical list by its grips, with mouse, pen or finger. `onMove` gets the place in the list without
 * the moved part. Spread `grip(id)` on each handle and give the list `ref`; its items carry `data-part`.
 */
export function useSortable<List extends HTMLElement = HTMLOListElement>(
  onMove: (id: string, to: number) => void,
) {
  const list = useRef<List>(null)
  const [dragging, setDragging] = useState<Dragging>()

  const gapAt = (y: number) => {
    const boxes = items(list.current!).map((item) => item.getBoundingClientRect())
    const below = boxes.findIndex(({ top, height }) => y < top + height / 2)
    return below < 0 ? boxes.length : below
  }

  const grip = (id: string) => ({
    onPointerDown: (down: PointerEvent & { currentTarget: HTMLElement }) => {
      if (down.button !== 0) return
      down.preventDefault()
      const handle = down.currentTarget
      handle.setPointerCapture(down.pointerId)
      handle.focus()
      const ending = new AbortController()
      const { signal } = ending
      let gap: number | undefined
      const end = (move: boolean) => {
        ending.abort()
        setDragging(undefined)
        if (!move || gap === undefined) return
        const from = items(list.current!).findIndex((item) => item.dataset.part === id)
        onMove(id, gap > from ? gap - 1 : gap)
      }
      handle.addEventListener(
        'pointermove',
        (move: PointerEvent) => {
          gap = gapAt(move.clientY)
          setDragging({ id, gap })
        },
        { signal },
      )
      handle.addEventListener('pointerup', () => end(true), { signal })
      handle.addEventListener('pointercancel', () => end(false), { signal })
      addEventListener('keydown', (key: KeyboardEvent) => key.key === 'Escape' && end(false), { signal })
    },
  })
  return { list, dragging, grip }
}

const items = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('[data-part]')]
