import '@fontsource-variable/figtree'
import './styles/tokens.css'
import './styles/base.css'
import './styles/components.css'
import './styles/shell.css'
import './app.ts'
import './drawer/screen.ts'
import './help/help.ts'
import './home/home.ts'
import './invoice/invoice.ts'
import './invoice/invoices.ts'
import './login/login.ts'
import './operators/operators.ts'
import './order/screen.ts'
import './payment/payment.ts'
import './plan/plan.ts'
import './products/products.ts'
import './reports/reports.ts'
import './sale/sale.ts'
import './settings/settings.ts'
import './stock/stock.ts'
import { sendWaiting } from './invoice/issue.ts'
import { t, useLocale } from './locales/index.ts'
import { followOrder } from './order/follow.ts'
import { own } from './router.ts'
import { sayIfSelling } from './sale/register.ts'
import { followNetwork } from './state/network.ts'
import { renew, resume, sendOperators } from './state/session.ts'
import { isShopOpen } from './state/store.ts'
import { trilha } from './trilha.ts'
import { mountBar } from './world/bar.ts'
import { renameAll } from './world/release.ts'
import { onWorld, readWorld } from './world/world.ts'

/** Starts the till: language, bar, what was kept, then the screens. */
async function start(): Promise<void> {
  useLocale(readWorld().locale)
  onWorld(({ locale }) => {
    if (document.documentElement.lang === locale) return
    useLocale(locale)
    trilha.setLocale(locale)
  })
  const place = document.querySelector<HTMLElement>('#till')!
  // With a device chosen in the bar, the till runs in a frame of that size and this page only holds the bar.
  if (mountBar(document.querySelector<HTMLElement>('#bar')!, place)) return
  renameAll(place)
  place.innerHTML = `<p class="loading" role="status">${t.status.loading}</p>`
  await resume()
  place.replaceChildren(document.createElement('caixa-facil'))
  followNetwork(() => {
    if (!isShopOpen()) return
    void sendWaiting()
    void renew().then(sendOperators)
  })
  // A till stays open all day; nobody signs in again because a token grew old. And not every browser notices that
  // the internet was gone, so somebody who signed in without is not left waiting for it to come back.
  setInterval(() => isShopOpen() && navigator.onLine && void renew(), 30_000)
  followOrder()
  if (isShopOpen()) sayIfSelling()
  if ('serviceWorker' in navigator && import.meta.env.PROD)
    navigator.serviceWorker
      .register(own('/sw.js'))
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => active && handOver(active))
      .catch(() => undefined)
}

void start()

/** What this page fetched of the guide before the worker had taken over, it has not seen: the next visit needs it too. */
function handOver(worker: ServiceWorker) {
  const tell = (entries: PerformanceEntryList) => {
    const guide = entries.map(({ name }) => name).filter((name) => new URL(name).pathname.startsWith('/sdk/'))
    if (guide.length) worker.postMessage({ guide })
  }
  new PerformanceObserver((list) => tell(list.getEntries())).observe({ type: 'resource', buffered: true })
}
