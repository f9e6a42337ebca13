// For developers: loaded when someone calls `trilha.debug()`, never by a till on its own.
import { defaultTheme } from '#contract/default-theme'
import { SDK_VERSION } from '../boot'
import type { Stored } from '../core/ledger'
import type { Why } from '../screen'
import type { House } from '../stage/house'
import { openFrame } from '../surfaces/frame/frame'
import { keepFrame } from '../surfaces/frame/keep'
import type { Stop } from '../surfaces/surface'
import { en } from './locales/en'
import { ptBR } from './locales/pt-BR'
import { asText, type Inside, type Part, report } from './report'
import { panelCss } from './style'
import { workSoFar } from './work'

const REST_MS = 250 // Several changes of one gesture are one new text.
const DRAWINGS = {
  aside: 'M7 4 3 8l4 4M3 8h12M13 12l4 4-4 4M17 16H5',
  close: 'M5 5l10 10M15 5 5 15',
}

let close: Stop | undefined

/** Shows what this till knows and why, until she closes it. Called again it begins anew. */
export function showPanel(
  house: House,
  inside: () => Inside,
  why: (id: string) => Why,
  warnings: () => string[],
): void {
  close?.()
  const t = /^en\b/.test(house.locale()) ? en : ptBR
  const frame = openFrame({ theme: () => defaultTheme, nonce: house.options.nonce })
  const unkeep = keepFrame(frame, () => frame.restyle())
  frame.style(panelCss)
  const panel = frame.stage.appendChild(element('section', { class: 'ink', 'aria-label': t.title }))
  const list = element('dl', { tabindex: '0', 'aria-label': t.title })
  const said = element('span', { role: 'status' })
  let parts: Part[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  panel.append(
    element(
      'header',
      {},
      element('h2', {}, t.title),
      press(t.aside, changeSide, 'aside'),
      press(t.close, stop, 'close'),
    ),
    list,
    element(
      'footer',
      {},
      press(t.copy, () => void copy()),
      said,
    ),
  )
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') stop()
  })

  function changeSide() {
    panel.dataset.side = panel.dataset.side === 'left' ? 'right' : 'left'
  }

  const draw = house.safe(async () => {
    const [work, oldestAt] = await Promise.all([
      workSoFar(new URL(house.base, location.href).href),
      oldestOf(house),
    ])
    parts = report(
      { sdk: SDK_VERSION, inside: inside(), house, why, work, oldestAt, warnings: warnings() },
      t,
    )
    list.textContent = ''
    for (const { title, lines } of parts)
      list.append(element('dt', {}, title), ...lines.map((line) => element('dd', {}, line)))
  })
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      void draw()
    }, REST_MS)
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(asText(parts, t))
      said.textContent = t.copied
    } catch {
      // Refused, or a page without TLS: the text itself can be selected.
      said.textContent = t.notCopied
    }
  }

  const stops = [house.changed.on(soon), house.visit.moved.on(soon)]
  function stop() {
    clearTimeout(timer)
    for (const each of stops) each()
    unkeep()
    frame.stop()
    close = undefined
  }
  close = stop
  frame.restyle()
  void draw()
}

/** The first of each rank is its oldest, because ids rise with time. */
const oldestOf = (house: House) =>
  house.onDevice(({ store }) =>
    store.run(async (tx) => {
      const firsts = await Promise.all([0, 1, 2].map((rank) => tx.list<Stored>(`e:${rank}`, 1)))
      const moments = firsts.flatMap(([first]) => (first ? [first[1].at] : []))
      return moments.length ? Math.min(...moments) : undefined
    }),
  )

function element(tag: string, attributes: Record<string, string>, ...children: Array<Node | string>) {
  const made = document.createElement(tag)
  for (const name of Object.keys(attributes)) made.setAttribute(name, attributes[name]!)
  made.append(...children)
  return made
}

function press(label: string, work: () => void, drawing?: keyof typeof DRAWINGS) {
  const button = element('button', { type: 'button' })
  if (!drawing) button.textContent = label
  else {
    button.setAttribute('aria-label', label)
    button.title = label
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    for (const [name, value] of Object.entries({
      width: '20',
      height: '20',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': '2',
    }))
      svg.setAttribute(name, value)
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    path.setAttribute('d', DRAWINGS[drawing])
    svg.append(path)
    button.append(svg)
  }
  button.addEventListener('click', work)
  return button
}
