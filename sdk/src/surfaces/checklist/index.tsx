import { render } from 'preact'
import type { ChecklistContent, Task } from '#contract/experience'
import { fetchUpkeep } from '../../core/parts'
import { learnWords } from '../../locales/say'
import { type Frame, openFrame } from '../frame/frame'
import { offerGuide } from '../frame/guide'
import { keepFrame } from '../frame/keep'
import { phoneCss } from '../frame/phone-style'
import { pillCss } from '../frame/pill-style'
import { overlaps, PHONE_PX, type Rect, type Size } from '../frame/place'
import { restCss } from '../frame/rest-style'
import * as room from '../frame/room'
import { protectedRects } from '../frame/sight'
import { cornerSpots, firstSpare } from '../frame/spare'
import { putCard } from '../frame/stage'
import { frameCss } from '../frame/style'
import type { Stop, Surface, SurfaceModule } from '../surface'
import { type Berth, moor } from './berth'
import { ChecklistLauncher } from './launcher'
import { ChecklistPanel } from './panel'
import { type Standing, standing } from './standing'
import { checklistCss } from './style'

export { isReadable } from './readable'

const css = frameCss + restCss + pillCss + phoneCss + checklistCss

export const prepare: SurfaceModule<'checklist'>['prepare'] = (_, locale) =>
  Promise.all([learnWords(locale), fetchUpkeep()])

/** Keeps the guide's launcher on the screen and opens its panel when she asks. */
export const show: Surface<ChecklistContent> = (content, context, { startedByPerson }) => {
  const { slot: placeFor, navigate, call } = context.ways()
  let open = startedByPerson
  let counted = false
  let showsDone = false
  let opened: string | undefined
  /** The screen on which she opened the panel; undefined once she has gone on to another. */
  let path: string | undefined
  let busy = false
  let stopped = false
  let drawing = false
  let pending = 0
  /** The panel, and the launcher where the host reserved no place for it. */
  let frame: Frame | undefined
  let unkeep: Stop | undefined
  let berth: Berth | undefined
  let corner: Rect | undefined

  function draw() {
    if (stopped || drawing) return
    drawing = true
    const { milestones = {}, dueAt = {}, accountSince } = context.bundle()
    const now = { facts: context.facts(), past: context.past(), milestones, dueAt, accountSince }
    const where = standing(content, now)
    note(where)
    dock()
    drawLauncher(where)
    if (open || !berth) drawFrame(where, now.facts)
    else closeFrame()
    shade()
    drawing = false
  }

  /** One card at a time: what else is open waits, unseen, behind the panel. */
  function shade() {
    for (const other of document.querySelectorAll<HTMLElement>('trilha-frame'))
      if (other !== frame?.host) other.style.setProperty('visibility', open ? 'hidden' : '', 'important')
  }

  /** Writes down each task the moment it is found done, and the whole when all are. */
  function note({ done, left }: Standing) {
    const { tasks, completedAt } = context.past()
    for (const { id } of done)
      if (tasks?.[id] === undefined) context.record('checklist.task_done', { task: id })
    if (!left.length && completedAt === undefined) context.record('checklist.completed')
  }

  /** Follows the host's reserved place as screens come and go. */
  function dock() {
    const reserved = placeFor('guide')
    // A place that this size of screen does not show is none.
    const slot = reserved?.getClientRects().length ? reserved : null
    if (slot === (berth?.slot ?? null)) return
    berth?.stop()
    berth = slot ? moor(slot, context, css, draw) : undefined
  }

  const pieces = (where: Standing) => ({
    standing: where,
    locale: context.locale(),
    open,
    paused: busy,
    onPress: toggle,
  })

  function drawLauncher(where: Standing) {
    if (!berth) return
    berth.restyle(open)
    render(<ChecklistLauncher {...pieces(where)} place={berth.shape} />, berth.stage)
  }

  function drawFrame(where: Standing, facts: Parameters<typeof ChecklistPanel>[0]['facts']) {
    if (!frame) {
      frame = openFrame(context)
      unkeep = keepFrame(frame, draw, makeWay)
    }
    frame.style(css)
    frame.restyle()
    const viewport = frame.viewport()
    const phone = viewport.width < PHONE_PX
    render(
      <>
        {!berth && (
          <div class="at launcher" key="launcher">
            <ChecklistLauncher {...pieces(where)} place="corner" />
          </div>
        )}
        {open && phone && (
          // Another way to close for a thumb; keys and screen readers have the X.
          <button type="button" class="touch" key="touch" tabIndex={-1} aria-hidden onClick={close} />
        )}
        {open && (
          <div class="at panel" key="panel">
            <ChecklistPanel
              {...{ content, standing: where, facts, opened, showsDone }}
              locale={context.locale()}
              lookup={context.lookup}
              onOpen={(task) => set(() => (opened = task))}
              onToggleDone={() => set(() => (showsDone = !showsDone))}
              onRun={run}
              onClose={close}
              onHide={berth ? undefined : hide}
            />
          </div>
        )}
      </>,
      frame.stage,
    )
    if (!berth) putInCorner(frame.stage.querySelector<HTMLElement>('.launcher')!, viewport)
    putPanel(frame.stage, viewport)
  }

  /** Whether it covers something that the host protects. */
  function putPanel(stage: HTMLElement, viewport: Size): boolean {
    const panel = stage.querySelector<HTMLElement>('.panel')
    if (!panel) return false
    const avoid = protectedRects(null, viewport)
    if (viewport.width < PHONE_PX) {
      panel.setAttribute('data-flush', '')
      panel.style.transform = 'none'
    } else {
      panel.removeAttribute('data-flush')
      const target = berth?.rect() ?? corner ?? null
      putCard(panel, { target, viewport, avoid, placement: target ? facing(target, viewport) : 'auto' }, room)
    }
    const box = panel.getBoundingClientRect()
    return avoid.some((rect) => overlaps(rect, box))
  }

  /** The page changed: the panel makes way, and closes where another screen than she opened it on has no room. */
  function makeWay() {
    if (here() !== path) path = undefined
    pending ||= requestAnimationFrame(() => {
      pending = 0
      if (open && frame && putPanel(frame.stage, frame.viewport()) && !path) close()
    })
  }
  const here = () => context.facts().page?.path

  /** A corner with nothing to touch beneath; without one the launcher waits, unseen, for another screen. */
  function putInCorner(at: HTMLElement, viewport: { width: number; height: number }) {
    at.hidden = false
    const size = { width: at.offsetWidth, height: at.offsetHeight }
    at.hidden = true
    corner = firstSpare(cornerSpots(size, viewport))
    at.hidden = !corner
    if (corner) at.style.transform = `translate(${corner.x}px,${corner.y}px)`
  }

  function closeFrame() {
    if (!frame) return
    render(null, frame.stage)
    unkeep?.()
    frame.stop()
    frame = undefined
  }

  function set(change: () => void) {
    change()
    draw()
  }

  function toggle(event?: MouseEvent) {
    if (open) return close()
    if (busy) return
    open = true
    path = here()
    if (!counted) context.record('checklist.opened')
    counted = true
    draw()
    // Opened by a key: the next key should meet the panel. By a touch: the scan field keeps the focus.
    if (event?.detail === 0) frame?.stage.querySelector<HTMLElement>('[role=dialog]')?.focus()
  }

  function close() {
    const hadFocus = Boolean((frame?.stage.getRootNode() as ShadowRoot | undefined)?.activeElement)
    open = false
    draw()
    if (hadFocus) (berth ?? frame)?.stage.querySelector('button')?.focus()
    // All done and looked at: the guide has no more to say.
    if (context.past().completedAt !== undefined) leave()
  }

  function hide() {
    context.record('checklist.dismissed', { because: 'not_now' })
    leave()
  }
  function leave() {
    stop()
    context.closed()
  }

  function run(task: Task) {
    close()
    const act = task.action!.run
    if (act.do === 'navigate') navigate(act.path)
    else if (act.do === 'call') call(act.action)
    else context.show(act.experience)
  }

  const unhear = context.onChanged(() => {
    draw()
    makeWay()
  })
  const unoffer = offerGuide(() => {
    if (!open) toggle()
  })
  window.addEventListener('resize', draw)
  if (open) {
    path = here()
    context.record('checklist.opened')
    counted = true
  }
  draw()

  function stop() {
    if (stopped) return
    stopped = true
    cancelAnimationFrame(pending)
    unhear()
    unoffer()
    window.removeEventListener('resize', draw)
    closeFrame()
    open = false
    shade()
    if (berth) render(null, berth.stage)
    berth?.stop()
  }
  return {
    stop,
    setBusy(now) {
      if (now === busy) return
      busy = now
      // The panel does not come back by itself: the next customer may be at the counter already.
      if (busy) open = false
      draw()
    },
  }
}

/** Which side of the launcher is away from the bar it stands in. */
function facing({ x, y, width, height }: Rect, viewport: { width: number; height: number }) {
  const nearest = [
    ['right', x],
    ['bottom', y],
    ['left', viewport.width - x - width],
    ['top', viewport.height - y - height],
  ] as const
  return [...nearest].sort((a, b) => a[1] - b[1])[0]![0]
}
