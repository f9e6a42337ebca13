import type { DraftInput } from '#contract/experience'
import { marked, onScreen, says, throughMenu, words } from './texts'

const BEFORE_FIRST_NOTE = { milestone: 'primeira_nota', reached: false } as const

/** Seven steps from an empty drawer to the first invoice. They advance by what was really done. */
export const firstSale: DraftInput = {
  kind: 'tour',
  name: 'Primeira venda',
  audience: {
    all: [
      { segment: 'quem-vende' },
      {
        any: [
          BEFORE_FIRST_NOTE,
          // Her own last step, after the note has gone out and the page was loaded again.
          {
            all: [
              { history: 'primeira-venda', is: 'seen' },
              { milestone: 'primeira_nota', reached: true, withinDays: 1 },
            ],
          },
        ],
      },
    ],
  },
  trigger: { on: 'path', path: '/inicio' },
  frequency: { untilCompleted: true },
  priority: 80,
  duringSale: true,
  steps: [
    {
      id: 'convite',
      look: 'welcome',
      title: words('Vamos fazer sua primeira venda?', 'Shall we make your first sale?'),
      body: says(
        'Leva 4 minutos e termina com a nota na mão do cliente.',
        'It takes 4 minutes and ends with the receipt in your customer’s hand.',
      ),
      advance: { on: 'button' },
      buttonLabel: words('Fazer agora', 'Do it now'),
    },
    {
      id: 'abrir-caixa',
      title: words('Abra o caixa e informe o troco inicial', 'Open the drawer and enter the opening change'),
      body: says(
        'Conte o que está na gaveta. Leva 1 minuto.',
        'Count what is in the drawer. It takes 1 minute.',
      ),
      // On a phone a sheet would lie on the keypad: once she is there, the screen says it and a pill waits.
      target: onScreen('caixa', 'Abrir o caixa', '[data-aparelho="balcao"] [data-guia="confirmar-abertura"]'),
      missing: { waitMs: 600_000, otherwise: 'pause' },
      // The till is open already when the grid, the day or the closing stands on the screen.
      when: {
        not: {
          element: marked('Caixa aberto', 'grade-produtos', 'ver-caixa', 'fechar-caixa'),
          present: true,
        },
      },
      advance: { on: 'event', event: 'caixa_aberto' },
      variants: [
        {
          when: throughMenu('caixa'),
          title: words('Toque no menu e em Caixa', 'Tap the menu, then Drawer'),
          body: says(
            'Lá você abre o caixa com o troco da gaveta. Leva 1 minuto.',
            'There you open the drawer with the change in it. It takes 1 minute.',
          ),
        },
      ],
    },
    {
      id: 'escolher-produto',
      title: words('Leia o código ou toque no produto', 'Scan the code or tap the product'),
      body: says(
        'Em Venda, cada leitura soma um item à venda.',
        'Under Sale, each scan adds an item to the sale.',
      ),
      // On a phone the goods fill the screen: the search field is lit, and the sheet lies low.
      target: onScreen(
        'venda',
        'Grade de produtos',
        '[data-aparelho="balcao"] [data-guia="grade-produtos"], [data-aparelho="celular"] [data-guia="busca-campo"]',
      ),
      advance: { on: 'event', event: 'item_adicionado' },
      variants: [
        {
          when: { account: { produtos: 0 } },
          title: words('Cadastre o primeiro produto', 'Add your first product'),
          body: says(
            'Toque em Produtos e em Novo produto: nome e preço bastam. Depois volte à Venda.',
            'Tap Products and New product: a name and a price will do. Then come back to Sale.',
          ),
        },
        {
          when: throughMenu('venda'),
          title: words('Toque no menu e em Venda', 'Tap the menu, then Sale'),
          body: says(
            'Lá você lê o código ou toca no produto.',
            'There you scan the code or tap the product.',
          ),
        },
      ],
    },
    {
      id: 'finalizar',
      title: words('Confira o total e toque em Finalizar', 'Check the total and tap Check out'),
      body: says(
        'Depois você escolhe como o cliente vai pagar.',
        'Then you choose how your customer will pay.',
      ),
      target: marked('Finalizar', 'finalizar'),
      path: '/venda',
      advance: { on: 'click' },
    },
    {
      id: 'pagamento',
      title: words('Escolha Dinheiro ou Pix', 'Choose Cash or Pix'),
      body: says(
        'Receba e confirme: o troco aparece grande na tela.',
        'Take the payment and confirm: the change stands large on the screen.',
      ),
      // The whole till of a payment where it fits; on a phone the ways to pay, and while she counts nothing but a pill.
      target: {
        label: 'Formas de pagamento',
        selector: '[data-guia="area-pagamento"], :not([data-guia]) > [data-guia="formas-pagamento"]',
      },
      missing: { waitMs: 600_000, otherwise: 'pause' },
      path: '/pagamento/**',
      advance: { on: 'event', event: 'venda_concluida' },
      variants: [
        {
          when: { online: false },
          title: words('Escolha Dinheiro', 'Choose Cash'),
          body: says(
            'Sem internet, Pix e cartão não passam. A nota vai sozinha depois.',
            'Without internet, Pix and cards do not go through. The receipt is sent by itself later.',
          ),
        },
      ],
    },
    {
      id: 'emitir-nota',
      title: words('Emita a NFC-e', 'Issue the NFC-e'),
      body: says(
        'Um toque e a nota sai. O cliente leva o cupom ou recebe no celular.',
        'One tap and the receipt is out. Your customer takes it or gets it by phone.',
      ),
      // Printed without internet there is nothing left to issue: the way on is the next sale.
      target: {
        label: 'Emitir NFC-e',
        selector:
          '[data-guia="emitir-nfce"], [data-guia="corrigir-enviar"], [data-nota="contingency"] [data-guia="nova-venda"]',
      },
      path: '/nota/*',
      advance: { on: 'event', event: 'nfce_autorizada' },
      variants: [
        {
          when: { happened: 'nfce_contingencia' },
          title: words('Nota guardada para enviar', 'Receipt kept for sending'),
          body: says(
            'Sem internet, a venda vale do mesmo jeito. A nota vai quando a internet voltar.',
            'Without internet the sale stands all the same. The receipt goes out once you are online.',
          ),
        },
        {
          when: { happened: 'nfce_rejeitada' },
          title: words('A nota voltou: veja o que corrigir', 'The receipt was refused: see what to correct'),
          body: says(
            'A tela mostra o campo errado. Corrija e envie de novo: a venda está guardada.',
            'The screen shows the wrong field. Correct it and send again: the sale is kept.',
          ),
        },
      ],
    },
    {
      id: 'conquista',
      look: 'success',
      title: words('Primeira nota emitida', 'First receipt issued'),
      body: says(
        'Seu primeiro acesso foi {{desde.primeiro_login|há pouco}}, e a loja já vende com nota.',
        'You first signed in {{desde.primeiro_login|a moment ago}}; the shop sells with receipts.',
      ),
      advance: { on: 'button' },
      buttonLabel: words('Ver o próximo passo', 'See the next step'),
    },
  ],
}
