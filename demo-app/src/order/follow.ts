import { get, isShopOpen, onChange, set } from '../state/store.ts'
import { trilha } from '../trilha.ts'
import { asOf } from './order.ts'

const LOOK_EVERY_MS = 30_000

/** Notices that the warehouse has shipped the kit, whatever screen is open. Returns a function that stops. */
export function followOrder(): () => void {
  const look = () => {
    if (!isShopOpen()) return
    const order = get('order')
    const known = asOf(order, Date.now())
    if (known === order) return
    set('order', known)
    trilha.track('pedido_enviado')
  }
  look()
  const timer = setInterval(look, LOOK_EVERY_MS)
  const stop = onChange(look)
  return () => {
    clearInterval(timer)
    stop()
  }
}
