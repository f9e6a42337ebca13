import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../icon'
import { useSortable } from '../sortable'
import type { RailProps } from './rail'

type Props = Pick<
  RailProps,
  't' | 'tour' | 'chosen' | 'words' | 'onChoose' | 'onMove' | 'onCopy' | 'onRemove' | 'onAdd'
> & { onClose: () => void }

/** All steps one below the other: choose, put elsewhere, copy, delete. */
export function StepList({
  t,
  tour,
  chosen,
  words,
  onChoose,
  onMove,
  onCopy,
  onRemove,
  onAdd,
  onClose,
}: Props) {
  const box = useRef<HTMLDivElement>(null)
  const { list, dragging, grip } = useSortable(onMove)
  useEffect(() => {
    // Also when the button that deleted a step went with it.
    const { activeElement } = box.current!.getRootNode() as ShadowRoot
    if (box.current!.contains(activeElement)) return
    box.current!.querySelector<HTMLElement>('[aria-current]')?.focus()
  }, [tour.steps.length])
  return (
    <div
      class="list dark"
      ref={box}
      role="dialog"
      aria-label={t.list}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header>
        <h2>{t.steps(tour.steps.length)}</h2>
        <button type="button" class="icon" aria-label={t.close} title={t.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <ol ref={list}>
        {tour.steps.map((step, index) => {
          const title = step.title[words] || step.title['pt-BR'] || t.untitled
          const gap =
            dragging && (dragging.gap === index ? 'before' : dragging.gap === index + 1 ? 'after' : undefined)
          return (
            <li key={step.id} data-part={step.id} data-gap={gap} data-moving={dragging?.id === step.id}>
              <button
                type="button"
                class="icon grip"
                aria-label={t.move(title)}
                onKeyDown={(event) => {
                  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
                  if (!by) return
                  event.preventDefault()
                  onMove(step.id, index + by)
                }}
                {...grip(step.id)}
              >
                <Icon name="handle" />
              </button>
              <button
                type="button"
                class="go"
                aria-current={step.id === chosen.id ? 'step' : undefined}
                onClick={() => {
                  onChoose(step.id)
                  onClose()
                }}
              >
                <b>{index + 1}</b>
                <span>
                  {title}
                  <small>{t.advances[step.advance.on]}</small>
                </span>
              </button>
              <button
                type="button"
                class="icon"
                aria-label={`${t.copy}: ${title}`}
                title={t.copy}
                onClick={() => onCopy(step.id)}
              >
                <Icon name="copy" />
              </button>
              <button
                type="button"
                class="icon"
                aria-label={`${t.remove}: ${title}`}
                title={t.remove}
                disabled={tour.steps.length === 1}
                onClick={() => onRemove(step.id)}
              >
                <Icon name="trash" />
              </button>
            </li>
          )
        })}
      </ol>
      <button
        type="button"
        class="line wide"
        onClick={() => {
          onClose()
          onAdd()
        }}
      >
        <Icon name="plus" />
        {t.add}
      </button>
    </div>
  )
}
