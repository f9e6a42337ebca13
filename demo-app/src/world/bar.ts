import { html, render } from 'lit'
import {
  Clock,
  FileX,
  Languages,
  Moon,
  PackageOpen,
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
import { forgetEverything } from '../state/kept.ts'
import { onChange } from '../state/store.ts'
import { answerTheBar, type Crew, crew, isFramed, mountFrame, switchTo } from './frame.ts'
import { RELEASES, type Release } from './release.ts'
import { calm, changeWorld, onWorld, readWorld, type World } from './world.ts'
import './bar.css'

const SIZES = ['1366x768', '1024x600', '800x1280', '360x640']
const HOURS = [0, 1, 4, 8, 24, 72, 24 * 7, 24 * 30]

/**
 * Draws the demo bar, and the frame when a device size is chosen.
 * Returns whether the till lives in that frame: then this page must not start one of its own.
 */
export function mountBar(bar: HTMLElement, place: HTMLElement): boolean {
  if (isFramed) {
    answerTheBar()
    return false
  }
  const first = readWorld()
  const framed = first.bar && first.size !== 'free'
  let heard: Crew | null = null
  const draw = () => (framed ? drawBar(bar, heard, frame!.ask) : drawBar(bar, crew(), switchTo))
  const hear = (news: Crew | null) => {
    heard = news
    draw()
  }
  const frame = framed ? mountFrame(place, hear) : null
  draw()
  onWorld((next) => {
    // A new version is loaded, not switched on; the frame loads its own.
    if (next.release !== first.release) return location.reload()
    // Entering or leaving a frame moves the whole till; it keeps everything it knows in storage.
    if ((next.bar && next.size !== 'free') !== framed) location.reload()
    draw()
    frame?.resize()
  })
  onChange(draw)
  return framed
}

function drawBar(bar: HTMLElement, at: Crew | null, change: (operatorId: string) => void): void {
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
      ${at ? choose(User, pt ? 'Operador' : 'Operator', at.current, at.current ? at.people : [['', pt ? 'ninguém' : 'nobody'], ...at.people], false, (id) => id && change(id)) : ''}
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
      ${choose(
        PackageOpen,
        pt ? 'Versão do caixa' : 'Release',
        world.release,
        RELEASES.map((release): [string, string] => [release, releaseWords(release, pt)]),
        world.release !== calm.release,
        (chosen) => {
          const release = RELEASES.find((one) => one === chosen) ?? calm.release
          changeWorld({ release, locale: release === calm.release ? calm.locale : 'en' })
        },
      )}
      ${toggle(false, Languages, pt ? 'pt-BR' : 'en', set({ locale: pt ? 'en' : 'pt-BR' }))}
      ${toggle(world.theme === 'dark', world.theme === 'dark' ? Moon : Sun, world.theme === 'dark' ? (pt ? 'escuro' : 'dark') : pt ? 'claro' : 'light', set({ theme: world.theme === 'dark' ? 'light' : 'dark' }))}
      <span class="bar-where">${at?.shopId}</span>
      <button title=${pt ? 'Apaga as vendas e escolhas deste aparelho' : 'Deletes this device’s sales and choices'} @click=${startOver}>${icon(RotateCcw, 14)}${pt ? 'zerar' : 'reset'}</button>
      <button @click=${set({ bar: false, size: 'free' })}>${pt ? 'esconder' : 'hide'}</button></div>`,
    bar,
  )
}

function releaseWords(release: Release, pt: boolean): string {
  if (release === '2.5.0') return pt ? 'v2.5 telas novas' : 'v2.5 new screens'
  if (release === '2.6.0') return pt ? 'v2.6 sem Finalizar' : 'v2.6 no checkout'
  return 'v2.4'
}

async function startOver(): Promise<void> {
  await forgetEverything()
  try {
    for (const { name } of (await indexedDB.databases?.()) ?? [])
      if (name && name !== 'caixa-facil') indexedDB.deleteDatabase(name)
    localStorage.clear()
  } catch {
    // Storage is blocked: there was nothing to clear.
  }
  location.replace('/')
}
