import type { ComponentChildren } from 'preact'
import type { Content } from '#contract/experience'
import { localise } from '#contract/localise'
import { drawable, partsOf } from '../../../sdk/src/editor/draft/draft'
import { Picture } from '../../../sdk/src/editor/view/picture'
import { behind } from '../../../sdk/src/editor/view/screen'
import { ONLY_COUNTS } from '../charts/series'
import { number, percent, seconds } from '../format'
import { texts } from '../locales'
import { DeviceFrame } from '../preview/device'
import { type Device, devices, rectOf, screenOf } from '../preview/screen'
import { Surface } from '../preview/surface'
import { TillScreen } from '../preview/till-screen'
import { remembered } from '../remembered'
import { environment } from '../session'
import { Rich } from '../ui/rich'
import { Segmented } from '../ui/tabs'
import { useEditing } from './editing'
import { LocaleTabs } from './locale-tabs'

const device = remembered<Device>('trilha.device', 'desktop', ['desktop', 'tablet', 'phone'])
const mode = remembered<'light' | 'dark'>('trilha.till-mode', 'light', ['light', 'dark'])

/** A person and a shop for texts that speak of them. */
const SAMPLE: Record<string, string> = { 'pessoa.nome': 'Maria', 'loja.nome': 'Mercearia Dona Lurdes' }

interface CanvasProps {
  /** Lies between the bar and the device. */
  notice?: ComponentChildren
  /** The chosen part's id; others show the first. */
  chosen: string
  onChoose: (id: string) => void
  /** The read-only view of a phone has one device and no strip. */
  fixed?: Device
}

/** The till's real surface on a drawn device, over the step's own picture where one was kept; its figures below. */
export function Canvas({ notice, chosen, onChoose, fixed }: CanvasProps) {
  const { editor } = texts()
  const shown = fixed ?? device.value
  return (
    <div class="canvas">
      {!fixed && (
        <div class="canvas-bar">
          <Segmented
            label={editor.device}
            value={shown}
            options={[
              { value: 'desktop', label: editor.devices.small, icon: 'monitor' },
              { value: 'tablet', label: editor.devices.tablet, icon: 'tablet' },
              { value: 'phone', label: editor.devices.phone, icon: 'phone' },
            ]}
            onChange={(next) => {
              device.value = next
            }}
          />
          <span class="canvas-space" />
          <Segmented
            label={editor.appearance}
            value={mode.value}
            options={[
              { value: 'light', label: editor.light, icon: 'sun' },
              { value: 'dark', label: editor.dark, icon: 'moon' },
            ]}
            onChange={(next) => {
              mode.value = next
            }}
          />
          <LocaleTabs wide={false} />
        </div>
      )}
      {notice}
      <DeviceFrame device={shown} label={editor.previewLabel}>
        <Till chosen={chosen} onChoose={onChoose} device={shown} />
      </DeviceFrame>
      {!fixed && <Strip chosen={chosen} />}
    </div>
  )
}

function Till({
  chosen,
  onChoose,
  device,
}: {
  chosen: string
  onChoose: (id: string) => void
  device: Device
}) {
  const { draft, textLocale, experience, lookup } = useEditing()
  const size = devices[device]
  const screen = screenOf(size)
  const content = { ...drawable(draft), id: experience.id, version: 0 } as Content
  const parts = partsOf(draft)
  const at = Math.max(
    0,
    parts.findIndex(({ id }) => id === chosen),
  )
  const part = parts[at]
  const target = part && 'advance' in part && (part.look ?? 'card') === 'card' ? part.target : undefined
  const snapshot = target && part && 'snapshot' in part && part.snapshot?.target ? part.snapshot : undefined
  const scene = snapshot && behind(snapshot, size)
  const rect = scene ? scene.target : target ? rectOf(target, screen) : null
  const go = (to: number) => {
    const next = parts[Math.max(0, Math.min(parts.length - 1, to))]
    if (next) onChoose(next.id)
  }
  return (
    <>
      {scene?.picture ? (
        <Picture snapshot={snapshot!} at={scene.picture} />
      ) : (
        <TillScreen
          size={size}
          screen={screen}
          mode={mode.value}
          target={rect && target ? { rect, label: target.label } : undefined}
        />
      )}
      <Surface
        content={content}
        options={{
          stepId: draft.kind === 'tour' ? part?.id : undefined,
          taskId: draft.kind === 'checklist' ? part?.id : undefined,
          doneTasks: draft.kind === 'checklist' ? parts.slice(0, at).map(({ id }) => id) : undefined,
          locale: textLocale,
          mode: mode.value,
          theme: environment.value.theme,
          targetRect: rect,
          targetRadius: scene?.radius ?? 14,
          avoid: scene || rect === screen.main ? [] : [screen.main],
          viewport: size,
          lookup: lookup ?? ((name) => SAMPLE[name]),
          onPress: (what) => {
            if (what === 'next') go(at + 1)
            else if (what === 'back') go(at - 1)
            else if (typeof what === 'object') onChoose(what.task)
          },
        }}
      />
    </>
  )
}

function Strip({ chosen }: { chosen: string }) {
  const { editor, common } = texts()
  const { report, draft, textLocale } = useEditing()
  const part = partsOf(draft).find(({ id }) => id === chosen)
  const figures = report?.steps.find(({ id }) => id === chosen)
  if (!part || !figures?.seen) {
    const wasShown = report?.steps.some(({ seen }) => seen > 0)
    return <p class="canvas-strip quiet">{part && wasShown ? editor.stripNobody : editor.stripNone}</p>
  }
  const { seen, advanced } = figures
  return (
    <p class="canvas-strip" title={localise(part.title, textLocale)}>
      <span>
        <Rich text={editor.stripSeen(common.people(number(seen), seen === 1))} />
      </span>
      <span>
        <Rich
          text={editor.stripAdvanced(
            seen < ONLY_COUNTS ? editor.ofFew(number(advanced), number(seen)) : percent(advanced / seen),
          )}
        />
      </span>
      {figures.medianSeconds !== null && (
        <span>
          <Rich text={editor.stripTime(seconds(figures.medianSeconds))} />
        </span>
      )}
    </p>
  )
}
