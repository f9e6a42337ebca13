import { html, render } from 'lit'
import { CircleCheck, CircleX, CreditCard, LoaderCircle, Nfc } from 'lucide'
import { t, useLocale } from '../locales/index.ts'
import { icon } from '../parts/icon.ts'
import { money } from '../rules/money.ts'
import { onWorld, readWorld } from '../world/world.ts'
import type { TerminalAnswer, TerminalKind } from './terminal.ts'
import '@fontsource-variable/figtree'
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/components.css'
import './tef.css'

/** The card reader: in a shop it is another maker's program, so here it is another document. */

const BANK_MS = 1400
const SLOW_BANK_MS = 4000
const SHOWN_MS = 700

const query = new URLSearchParams(location.search)
const kind = (query.get('kind') ?? 'credito') as TerminalKind
const cents = Number(query.get('cents'))
let state: 'insert' | 'processing' | 'approved' | 'denied' = 'insert'

function present(answer: TerminalAnswer['terminal']): void {
  state = 'processing'
  draw()
  setTimeout(
    () => {
      state = answer
      draw()
      setTimeout(
        () => parent.postMessage({ terminal: answer } satisfies TerminalAnswer, location.origin),
        SHOWN_MS,
      )
    },
    readWorld().slow ? SLOW_BANK_MS : BANK_MS,
  )
}

function draw(): void {
  useLocale(readWorld().locale)
  document.documentElement.dataset.theme = readWorld().theme
  const drawing = { insert: CreditCard, processing: LoaderCircle, approved: CircleCheck, denied: CircleX }[
    state
  ]
  render(
    html`<main class="tef ${state}"><span class="reader">${icon(drawing, 44)}</span>
      <div class="said" role="status"><h1>${t.tef[state]}</h1><p>${t.tef.kind[kind]} · ${money(cents)}</p></div>
      ${
        state === 'insert'
          ? html`<div class="cards" role="group" aria-label=${t.tef.simulate}><button class="btn" data-guia="tef-aprovar" @click=${() => present('approved')}>${icon(Nfc, 22)}${t.tef.approve}</button><button class="btn plain" data-guia="tef-negar" @click=${() => present('denied')}>${t.tef.deny}</button></div>`
          : ''
      }</main>`,
    document.body,
  )
}

onWorld(draw)
draw()
