import { html, render } from 'lit'
import {
  Clock,
  FileX,
  Languages,
  Moon,
  Printer,
  RotateCcw,
  Snail,
  Sun,
  Tablet,
  User,
  Wifi,
  WifiOff,
} from 'lucide'
import { rejectionCodes } from '../invoice/rejections.ts'
import { icon } from '../parts/icon.ts'
import { path } from '../router.ts'
import { forgetEverything } from '../state/kept.ts'
import { operator, shop, signIn } from '../state/session.ts'
import { get, isShopOpen, onChange } from '../state/store.ts'
import { calm, changeWorld, onWorld, readWorld, type World } from './world.ts'
import './bar.css'

const SIZES = ['1366x768', '1024x600', '800x1280', '360x640']
const HOURS = [0, 1, 4, 8, 24, 72, 24 * 7, 24 * 30]
const FRAMED = window.parent !== window && window.name === 'caixa-facil-frame'

/**
 * Draws the demo bar, and the frame when a device size is chosen.
 * Returns whether the till lives in that frame: then this page must not start one of its own.
 */
export function mountBar(bar: HTMLElement, place: HTMLElement): boolean {
  if (FRAMED) return tellParent()
  const world = readWorld()
  const framed = world.bar && world.size !== 'free'
  const draw = () => drawBar(bar)
  draw()
  onWorld((next) => {
    // Entering or leaving a frame moves the whole till; it keeps everything it knows in storage.
    if ((next.bar && next.size !== 'free') !== framed) location.reload()
    draw()
    if (framed) fitFrame(place)
  })
  onChange(draw)
  if (framed) {
    drawFrame(place)
    window.addEventListener('resize', () => fitFrame(place))
    window.addEventListener('message', (event: MessageEvent<{ path?: string; redraw?: boolean }>) => {
      if (event.origin === location.origin && event.data?.path)
        history.replaceState(null, '', event.data.path)
    })
  }
  return framed
}

function tellParent(): false {
  const tell = () => parent.postMessage({ path: path() }, location.origin)
  setInterval(tell, 1000)
  return false
}

function drawFrame(place: HTMLElement): void {
  render(
    html`<div class="device-room"><iframe class="device" name="caixa-facil-frame" title="Caixa Fácil" src=${location.pathname}></iframe></div>`,
    place,
  )
  fitFrame(place)
}

function fitFrame(place: HTMLElement): void {
  const frame = place.querySelector<HTMLIFrameElement>('.device')
  if (!frame) return
  const [width, height] = readWorld().size.split('x').map(Number) as [number, number]
  const scale = Math.min(1, (place.clientWidth - 24) / width, (place.clientHeight - 24) / height)
  Object.assign(frame.style, {
    width: `${width}px`,
    height: `${height}px`,
    transform: `scale(${scale})`,
    margin: `${(-height * (1 - scale)) / 2}px ${(-width * (1 - scale)) / 2}px`,
  })
}

function drawBar(bar: HTMLElement): void {
  const world = readWorld()
  document.documentElement.style.setProperty('--bar', world.bar ? '36px' : '0px')
  if (!world.bar) return void render('', bar)
  const pt = world.locale === 'pt-BR'
  const set = (patch: Partial<World>) => () => changeWorld(patch)
  const toggle = (on: boolean, drawing: typeof Wifi, text: string, act: () => void) =>
    html`<button class=${on ? 'on' : ''} aria-pressed=${on} @click=${act}>${icon(drawing, 14)}${text}</button>`
  const choose = (
    drawing: typeof Wifi,
    label: string,
    value: string,
    options: [string, string][],
    on: boolean,
    act: (value: string) => void,
  ) =>
    html`<label class=${on ? 'on' : ''}>${icon(drawing, 14)}<span class="bar-sr">${label}</span><select aria-label=${label} @change=${(event: Event) => act((event.target as HTMLSelectElement).value)}>${options.map(([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`)}</select></label>`
  render(
    html`<div class="demo-bar" role="toolbar" aria-label=${pt ? 'Barra de demonstração' : 'Demo bar'}><b>DEMO</b>
      ${toggle(world.offline, world.offline ? WifiOff : Wifi, world.offline ? (pt ? 'sem internet' : 'offline') : 'internet', set({ offline: !world.offline }))}
      ${toggle(world.slow, Snail, pt ? 'lento' : 'slow', set({ slow: !world.slow }))}
      ${choose(Tablet, pt ? 'Tamanho' : 'Size', world.size, [['free', pt ? 'janela' : 'window'], ...SIZES.map((size): [string, string] => [size, size.replace('x', '×')])], world.size !== 'free', (size) => changeWorld({ size }))}
      ${people(pt, choose)}
      ${choose(
        Clock,
        pt ? 'Relógio' : 'Clock',
        String(world.clockHours),
        HOURS.map((hours): [string, string] => [
          String(hours),
          `${pt ? 'relógio' : 'clock'} +${hours >= 24 ? `${hours / 24} ${pt ? 'd' : 'd'}` : `${hours} h`}`,
        ]),
        world.clockHours !== 0,
        (hours) => changeWorld({ clockHours: Number(hours) }),
      )}
      ${toggle(world.printerFault, Printer, world.printerFault ? (pt ? 'impressora falha' : 'printer fault') : pt ? 'impressora' : 'printer', set({ printerFault: !world.printerFault }))}
      ${choose(FileX, pt ? 'Rejeitar nota' : 'Reject note', world.rejection ?? '', [['', pt ? 'rejeitar nota' : 'reject note'], ...rejectionCodes.map((code): [string, string] => [code, `${pt ? 'rejeitar' : 'reject'} ${code}`])], world.rejection !== null, (code) => changeWorld({ rejection: code || null }))}
      ${toggle(false, Languages, pt ? 'pt-BR' : 'en', set({ locale: pt ? 'en' : 'pt-BR' }))}
      ${toggle(world.theme === 'dark', world.theme === 'dark' ? Moon : Sun, world.theme === 'dark' ? (pt ? 'escuro' : 'dark') : pt ? 'claro' : 'light', set({ theme: world.theme === 'dark' ? 'light' : 'dark' }))}
      <span class="bar-where">${isShopOpen() ? shop()?.id : ''}</span>
      <button title=${pt ? 'Apaga as vendas e escolhas deste aparelho' : 'Deletes this device’s sales and choices'} @click=${startOver}>${icon(RotateCcw, 14)}${pt ? 'zerar' : 'reset'}</button>
      <button @click=${set({ bar: false, size: 'free' })}>${pt ? 'esconder' : 'hide'}</button></div>`,
    bar,
  )
}

type Choose = (
  drawing: typeof User,
  label: string,
  value: string,
  options: [string, string][],
  on: boolean,
  act: (value: string) => void,
) => unknown

/** Changes the cashier as a PIN would, without a reload. */
function people(pt: boolean, choose: Choose) {
  if (!isShopOpen()) return ''
  const list = get('operators')
  const current = operator()
  const options: [string, string][] = [
    ...(current ? [] : [['', pt ? 'ninguém' : 'nobody'] as [string, string]]),
    ...list.map(({ id, name }): [string, string] => [id, name]),
  ]
  return choose(User, pt ? 'Operador' : 'Operator', current?.id ?? '', options, false, (id) => {
    const who = list.find((other) => other.id === id)
    if (who) void signIn(who, who.pin)
  })
}

async function startOver(): Promise<void> {
  await forgetEverything()
  changeWorld({ ...calm, bar: true })
  try {
    for (const { name } of (await indexedDB.databases?.()) ?? [])
      if (name && name !== 'caixa-facil') indexedDB.deleteDatabase(name)
    localStorage.clear()
  } catch {
    // Storage is blocked: there was nothing to clear.
  }
  location.assign('/')
}
