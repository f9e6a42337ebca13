import { readFileSync } from 'node:fs'
import { expect, type Till } from '../till'
import { type Fault, inject, isShown, isWhole, loaded } from './fault'

/** What a host does with its own page, on purpose or not. */

const quiet = { shows: false, settled: loaded }

/** Something stands in the document before any script runs. */
const stands = (html: string) =>
  inject(
    `new MutationObserver((_, seen) => { if (!document.body) return; seen.disconnect(); document.body.insertAdjacentHTML('afterbegin', ${JSON.stringify(html)}) }).observe(document, { childList: true, subtree: true })`,
  )

const styled = (css: string, more: Partial<Fault> = {}) => ({
  before: inject(
    `addEventListener('DOMContentLoaded', () => { const s = document.createElement('style'); s.textContent = ${JSON.stringify(css)}; document.head.append(s) })`,
  ),
  also: isWhole,
  ...more,
})

const during = (script: string) => async (till: Till) => {
  await isShown(till)
  await till.page.evaluate(script)
}

/** The host's own page is sent with this policy. */
const policy =
  (csp: (api: string) => string) =>
  ({ front, shop }: Till) => {
    front.headers = { 'content-security-policy': csp(shop.api) }
  }
const script = (path: string | RegExp, answer: Parameters<Till['page']['route']>[1]) => (till: Till) =>
  till.page.route(path, answer)

/** Runs over and over while Maria looks at the guide. */
const constantly = (work: string, ms: number) => async (till: Till) => {
  await isShown(till)
  await till.page.evaluate(
    `new Promise((done) => { let n = 0; const t = setInterval(() => { n++; try { ${work} } finally { if (n > 60) { clearInterval(t); done() } } }, ${ms}) })`,
  )
}

export const page: Fault[] = [
  { name: 'its policy forbids talking to the API', before: policy(() => "connect-src 'self'"), ...quiet },
  {
    name: 'its policy forbids our script',
    before: policy(() => "script-src 'self' 'unsafe-inline'"),
    ...quiet,
  },
  {
    name: 'its policy allows nothing but the script and the API',
    before: policy(
      (api) =>
        `default-src 'none'; script-src 'self' 'unsafe-inline' ${api}; connect-src 'self' ${api}; style-src 'self'; img-src 'self'; worker-src 'self'; manifest-src 'self'`,
    ),
  },
  {
    name: 'its policy wants trusted types for everything',
    // The demo POS itself is drawn by a library that needs a policy of its own.
    only: ['plain', 'react'],
    before: policy(() => "require-trusted-types-for 'script'; trusted-types lit-html default"),
  },
  {
    name: 'our script is not found',
    before: script('**/sdk/trilha.js', (route) => route.fulfill({ status: 404, body: 'gone' })),
    ...quiet,
  },
  {
    name: 'our script never comes',
    before: script('**/sdk/trilha.js', () => {}),
    shows: false,
    settled: ({ page }: Till) => page.waitForLoadState('domcontentloaded'),
  },
  {
    name: 'a portal’s page comes instead of our script',
    before: script('**/sdk/trilha.js', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Wi-Fi</title>' }),
    ),
    ...quiet,
  },
  {
    name: 'the parts of our script are not found',
    // The demo POS has a service worker, whose requests this fault does not reach.
    only: ['plain', 'react'],
    before: script('**/sdk/chunks/**', (route) =>
      route.fulfill({ status: 404, headers: { 'access-control-allow-origin': '*' }, body: 'gone' }),
    ),
    ...quiet,
  },
  {
    name: 'the parts of our script are cut off',
    // The demo POS has a service worker, whose requests this fault does not reach.
    only: ['plain', 'react'],
    before: script('**/sdk/chunks/**', (route) => route.abort()),
    ...quiet,
  },
  {
    name: 'a portal’s page comes instead of the parts of our script',
    // The demo POS has a service worker, whose requests this fault does not reach.
    only: ['plain', 'react'],
    before: script('**/sdk/chunks/**', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'access-control-allow-origin': '*' },
        body: '<title>Wi-Fi</title>',
      }),
    ),
    ...quiet,
  },

  { name: 'a form has the id trilha', before: stands('<form id="trilha"></form>') },
  {
    name: 'images and forms are named like the browser’s own things',
    before: stands(
      '<img name="fetch"><form id="indexedDB"></form><form name="history"></form><img name="location"><a id="crypto"></a><a id="trilha-frame"></a>',
    ),
  },
  {
    name: 'elements are named like methods of the document',
    before: stands(
      '<img name="activeElement"><img name="hidden"><img name="adoptedStyleSheets"><img name="visibilityState">',
    ),
  },
  { name: 'an image has the name documentElement', before: stands('<img name="documentElement">') },
  {
    name: 'a form has a field for every property a form has',
    before: stands(
      '<form><input name="style"><input name="parentNode"><input name="nodeType"><input name="closest"><input name="getRootNode"><input name="children"></form>',
    ),
  },

  { name: 'every rule of every element is unset', ...styled('*{all:unset!important}') },
  {
    name: 'every box is hidden',
    ...styled('div,section,h2,p{display:none!important}button{visibility:hidden!important}'),
  },
  { name: 'its rem is ten pixels', ...styled('html{font-size:62.5%}body{font-size:1.4rem}') },
  { name: 'nothing can be pointed at', ...styled('*{pointer-events:none!important}') },
  {
    name: 'the body is turned and scaled',
    ...styled('body{transform:rotate(3deg) scale(.8);filter:blur(1px);perspective:300px;contain:strict}'),
  },
  {
    name: 'the body is as high as nothing',
    ...styled('html,body{height:0!important;overflow:hidden!important;position:fixed}'),
  },
  {
    name: 'unknown elements are hidden',
    ...styled(
      'trilha-frame,:not(:defined){display:none!important;opacity:0!important;left:-9999px!important;width:0!important}',
    ),
  },
  { name: 'everything is on the topmost level', ...styled('*{z-index:2147483647!important}') },
  {
    name: 'all buttons and headings look like a game',
    ...styled(
      'button{font:40px fantasy!important;width:10px!important;height:900px!important;float:left}h2{font-size:90px!important;letter-spacing:30px}::part(x){display:none}',
    ),
  },

  {
    name: 'our script is there twice',
    before: async ({ shop, page }: Till) => {
      await page.addInitScript(
        `addEventListener('DOMContentLoaded', () => { const s = document.createElement('script'); s.type = 'module'; s.src = '${shop.api}/sdk/trilha.js?copy'; document.head.append(s) })`,
      )
    },
    also: ({ shop }: Till) =>
      expect([...shop.events.values()].filter(({ name }) => name === 'tour.started').length).toBeLessThan(2),
  },
  {
    name: 'two versions of our script are there',
    before: async ({ shop, page }: Till) => {
      await page.addInitScript(
        `addEventListener('DOMContentLoaded', () => { const s = document.createElement('script'); s.src = '${shop.api}/sdk/trilha.legacy.js'; document.head.append(s) })`,
      )
    },
    also: ({ page }: Till) => expect(page.locator('trilha-frame')).toHaveCount(1),
  },
  {
    name: 'a second version comes an hour later and starts anew',
    during: async (till: Till) => {
      await isShown(till)
      const legacy = readFileSync('dist/sdk/trilha.legacy.js', 'utf8')
      await till.page.evaluate(legacy)
      await till.call(`init('pk_test', { api: '${till.shop.api}' })`)
    },
    also: ({ page }: Till) => expect(page.locator('trilha-frame')).toHaveCount(1),
  },

  {
    name: 'the element of a step is taken away',
    before: pointAtTarget,
    during: during("document.querySelector('#alvo').remove()"),
    also: ({ page }: Till) => expect(page.locator('trilha-frame .card')).toBeVisible(),
  },
  {
    name: 'the element of a step moves at every frame',
    before: pointAtTarget,
    during: constantly("document.querySelector('#alvo').style.marginLeft = n * 5 + 'px'", 8),
  },
  {
    name: 'the element of a step is drawn anew all the time',
    before: pointAtTarget,
    during: constantly("const a = document.querySelector('#alvo'); a.replaceWith(a.cloneNode(true))", 8),
  },
  {
    name: 'the page is drawn anew all the time',
    during: constantly(
      "let d = document.querySelector('#ruido') || document.body.appendChild(Object.assign(document.createElement('div'), { id: 'ruido' })); d.innerHTML = '<p>' + '<i>x</i>'.repeat(300) + n",
      8,
    ),
  },
  {
    name: 'its router never rests',
    during: constantly(
      "history.replaceState(history.state, '', '?n=' + n); dispatchEvent(new PopStateEvent('popstate')); dispatchEvent(new HashChangeEvent('hashchange'))",
      4,
    ),
  },
  {
    name: 'the body is replaced',
    during: during(
      "const b = document.createElement('body'); b.append(...[...document.body.childNodes].filter((n) => !/^trilha/i.test(n.nodeName))); document.body.replaceWith(b)",
    ),
  },
  {
    name: 'our element is taken off the page',
    during: during("document.querySelector('trilha-frame').remove()"),
  },
  {
    name: 'whatever it did not draw is taken off the page at once',
    during: async (till: Till) => {
      await isShown(till)
      await till.page.evaluate(
        "window.__taken = 0; new MutationObserver(() => { for (const e of document.querySelectorAll('trilha-frame')) { window.__taken++; e.remove() } }).observe(document.body, { childList: true }); document.querySelector('trilha-frame').remove()",
      )
      await till.page.evaluate('new Promise((done) => setTimeout(done, 500))')
    },
    shows: false,
    settled: loaded,
    // A fight nobody wins is given up, instead of being led at every frame.
    also: async ({ page }: Till) => expect(await page.evaluate('window.__taken')).toBeLessThan(10),
  },
  {
    name: 'our shadow root is emptied',
    during: during("document.querySelector('trilha-frame').shadowRoot.innerHTML = ''"),
    shows: false,
    settled: loaded,
    counts: true,
  },
  {
    name: 'our element is moved about',
    during: during(
      "const f = document.querySelector('trilha-frame'); for (let i = 0; i < 20; i++) document.body.prepend(f), document.documentElement.append(f)",
    ),
  },
  {
    name: 'a dialog opens and closes over the guide',
    during: during(
      "const d = document.body.appendChild(document.createElement('dialog')); for (let i = 0; i < 5; i++) { d.showModal(); d.close() } d.showModal(); d.remove()",
    ),
  },
  { name: 'history is frozen', before: inject('Object.freeze(history)') },
  {
    name: 'history cannot be wrapped',
    before: inject(
      "for (const n of ['pushState', 'replaceState']) Object.defineProperty(history, n, { value: History.prototype[n].bind(history), writable: false, configurable: false })",
    ),
  },
  {
    name: 'the queue of our calls is sealed',
    before: inject(
      "addEventListener('DOMContentLoaded', () => Object.preventExtensions(window.trilha || {}))",
    ),
  },
  { name: 'it was made by an age without doctype', before: quirks },
  {
    name: 'a base address points elsewhere',
    before: stands('<base href="https://elsewhere.example/deep/">'),
  },
  {
    name: 'it lies in a sandboxed frame',
    how: { sandbox: 'allow-scripts allow-forms' },
    only: ['plain', 'react'],
  },
  {
    name: 'it lies in a frame that may only run scripts of its own origin',
    how: { sandbox: 'allow-scripts allow-forms allow-same-origin' },
  },
  { name: 'it is served over plain http on the shop’s own network', how: { insecure: true } },
  {
    name: 'it is loaded in the background',
    before: inject(
      "Object.defineProperty(Document.prototype, 'hidden', { get: () => true }); Object.defineProperty(Document.prototype, 'visibilityState', { get: () => 'hidden' })",
    ),
  },
  {
    name: 'it stops everything that is still loading',
    during: ({ page }: Till) => page.evaluate('window.stop()'),
    shows: 'maybe',
    settled: loaded,
  },
  {
    name: 'it is left while the guide opens',
    during: async ({ page }: Till) => {
      await page.reload()
    },
  },
]

/** The first step points at an element of the host. */
async function pointAtTarget(till: Till) {
  const [content] = Object.values(till.shop.contents)
  if (content?.kind !== 'tour') throw new Error('a tour is served')
  till.shop.contents = {
    'h-primeira-venda': {
      ...content,
      steps: content.steps.map((step) => ({ ...step, target: { label: 'Alvo', selector: '#alvo' } })),
    },
  }
  await stands('<button id="alvo" style="display:inline-block;width:120px;height:40px">Alvo</button>')(till)
}

function quirks({ front }: Till) {
  front.edit = (html) => html.replace(/<!doctype html>/i, '')
}
