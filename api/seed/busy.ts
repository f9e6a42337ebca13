import type { BusySettings } from '#contract/busy'
import { marked } from './content/texts'

/** Beside the sale, of which Caixa Fácil tells by itself: whoever counts money or waits for a Pix is not disturbed. */
export const busy: BusySettings = {
  rules: [
    {
      while: 'element',
      name: 'Conferindo o dinheiro da gaveta',
      target: marked('Valor contado', 'contado'),
    },
    {
      while: 'events',
      name: 'Pix na tela, esperando o cliente',
      from: 'pix_qr_gerado',
      until: ['pix_confirmado', 'venda_concluida', 'venda_cancelada'],
      atMostMinutes: 10,
    },
  ],
  // Each shop has its own; a demo that is silent at lunch would look broken.
  rushHours: [],
}
