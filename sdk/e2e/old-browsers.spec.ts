import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { transform } from 'esbuild'
import type { ChecklistContent, TourContent } from '#contract/experience'
import { guide, firstSale as walk } from '../fixtures/surfaces/tours'
import { offer } from '../fixtures/tours'
import { expect, test } from './till'

test.describe.configure({ mode: 'parallel' })
test.use({ trace: 'off' })

/** Newer things of the platform, and how to take each away. */
const missing: Record<string, string> = {
  // Chrome 71. Taken from our scripts alone: the browser's driver lives in this page too.
  globalThis:
    "Object.defineProperty(window, 'globalThis', { get() { if (/\\/sdk\\//.test(new Error().stack)) throw new ReferenceError('globalThis'); return window } })",
  popover: 'delete HTMLElement.prototype.popover; delete HTMLElement.prototype.showPopover',
  adoptedStyleSheets:
    'delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets; delete CSSStyleSheet.prototype.replaceSync; delete CSSStyleSheet.prototype.replace',
  inert: 'delete HTMLElement.prototype.inert',
  structuredClone: 'delete window.structuredClone',
  ResizeObserver: 'delete window.ResizeObserver',
  IntersectionObserver: 'delete window.IntersectionObserver; delete window.IntersectionObserverEntry',
  queueMicrotask: 'delete window.queueMicrotask',
  'crypto.randomUUID': 'delete Crypto.prototype.randomUUID',
  'crypto.subtle': "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })",
  AbortController: 'delete window.AbortController; delete window.AbortSignal',
  'AbortSignal.timeout': 'delete AbortSignal.timeout; delete AbortSignal.any',
  'Web Locks': 'delete Navigator.prototype.locks',
  BroadcastChannel: 'delete window.BroadcastChannel',
  'service workers': 'delete Navigator.prototype.serviceWorker',
  checkVisibility: 'delete Element.prototype.checkVisibility',
  'anchors in CSS': 'CSS.supports = () => false',
  requestIdleCallback: 'delete window.requestIdleCallback; delete window.cancelIdleCallback',
  sendBeacon: 'delete Navigator.prototype.sendBeacon',
  'fetch keepalive':
    "const f = window.fetch; window.fetch = (u, o) => { if (o && o.keepalive) throw new TypeError('keepalive'); return f(u, o) }",
  'Array.at, flat and flatMap':
    'delete Array.prototype.at; delete Array.prototype.flat; delete Array.prototype.flatMap; delete Array.prototype.findLast',
  'Object.fromEntries and hasOwn': 'delete Object.fromEntries; delete Object.hasOwn',
  'String.replaceAll and matchAll':
    'delete String.prototype.replaceAll; delete String.prototype.matchAll; delete String.prototype.at',
  'Promise.finally and allSettled':
    'delete Promise.prototype.finally; delete Promise.allSettled; delete Promise.any',
  'replaceChildren and toggleAttribute':
    'delete Element.prototype.replaceChildren; delete Element.prototype.toggleAttribute; delete DocumentFragment.prototype.replaceChildren',
  'Intl.RelativeTimeFormat': 'delete Intl.RelativeTimeFormat; delete Intl.ListFormat',
  'the dialog element': 'delete HTMLDialogElement.prototype.showModal; delete window.HTMLDialogElement',
  'getAnimations and animate': 'delete Element.prototype.animate; delete Element.prototype.getAnimations',
  'navigator.connection and userAgentData':
    'delete Navigator.prototype.connection; delete Navigator.prototype.userAgentData',
  'performance.mark and the PerformanceObserver':
    'delete Performance.prototype.mark; delete window.PerformanceObserver',
}

const tour = { ...walk, id: 'venda', version: 1 } as TourContent
const list = { ...guide, id: 'guia', version: 1 } as ChecklistContent

const each: Array<[what: string, script: string]> = [
  ...Object.entries(missing),
  [
    'any of these',
    Object.values(missing)
      .map((script) => `try { ${script} } catch {}`)
      .join('\n'),
  ],
]

for (const build of ['module', 'one-file'] as const)
  for (const [what, script] of each)
    test(`the ${build} build guides on a browser without ${what}`, async ({ till, hosts }) => {
      const { page, shop, front, complaints } = till
      await page.addInitScript(script)
      if (build === 'one-file')
        front.edit = (html) =>
          html
            .replace(/<script nonce="n1" type="module"[^>]*><\/script>/, '')
            .replace(/<script nonce="n1" nomodule/, '<script nonce="n1"')
      shop.bundle.candidates = [offer(tour), offer(list)]
      shop.contents = { 'h-venda': tour, 'h-guia': list }
      await till.open('plain')
      const card = page.getByRole('dialog', { name: 'Vamos fazer sua primeira venda?' })
      await expect(card).toBeVisible()
      await card.getByRole('button', { name: 'Fazer agora' }).click()
      await page.getByRole('button', { name: /^Guia/ }).click()
      await expect(page.getByRole('dialog', { name: 'Guia de implantação' })).toBeVisible()
      await expect.poll(() => [...shop.events.values()].map(({ name }) => name)).toContain('tour.step_seen')
      expect(await hosts.plain.check(till.view)).toEqual([])
      expect(complaints).toEqual([])
      expect(await till.call('debug(false).errors')).toBe(0)
    })

test('the one-file build is ES2017 to the last line, and loads no part later', async () => {
  const code = readFileSync('dist/sdk/trilha.legacy.js', 'utf8')
  expect(code).not.toMatch(/\bimport\s*\(|import\.meta/)
  const { parse } = createRequire(import.meta.url)('acorn') as {
    parse(code: string, options: { ecmaVersion: number; sourceType: string }): unknown
  }
  parse(code, { ecmaVersion: 2017, sourceType: 'script' })
  // The check can fail: what ES2017 does not know is refused.
  expect(() => parse('a ?? b', { ecmaVersion: 2017, sourceType: 'script' })).toThrow()
})

test('the one-file module and the snippet ask for no more than Chrome 64', async () => {
  expect(readFileSync('dist/sdk/trilha.old.js', 'utf8')).not.toMatch(/\bimport\s*\(/)
  for (const file of ['trilha.old.js', 'snippet.html']) {
    const code = readFileSync(`dist/sdk/${file}`, 'utf8').replace(/<script[^>]*>|<\/script>/g, '')
    const { warnings } = await transform(code, { target: 'chrome64', format: 'esm' })
    expect(warnings).toEqual([])
  }
})
