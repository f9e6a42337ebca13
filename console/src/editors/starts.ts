import type { ContentDraft } from '../../../sdk/src/editor/draft/draft'

// What a new content begins with. Written ones exist in both languages whatever the console's own language is; blank ones
// hold no English that would outlive the Portuguese it came with. Every call gives a fresh object: drafts are edited.

const say = (pt: string, en: string) => ({ 'pt-BR': pt, en })
const body = (pt: string, en: string) => [
  { kind: 'text' as const, runs: { 'pt-BR': [{ text: pt }], en: [{ text: en }] } },
]

const everyone = { all: [] }

export const starts = {
  firstSale: (name: string): ContentDraft => ({
    kind: 'tour',
    name,
    audience: everyone,
    trigger: { on: 'load' },
    frequency: { untilCompleted: true },
    steps: [
      {
        id: 'convite',
        look: 'welcome',
        title: say('Vamos fazer sua primeira venda?', 'Shall we make your first sale?'),
        body: body(
          'Leva 4 minutos e termina com a nota na mão do cliente.',
          'It takes 4 minutes and ends with the receipt in your customer’s hand.',
        ),
        advance: { on: 'button' },
        buttonLabel: say('Fazer agora', 'Do it now'),
      },
      {
        id: 'abrir-caixa',
        title: say('Abra o caixa', 'Open the till'),
        body: body('Informe o troco inicial e toque em Abrir.', 'Enter the opening change and touch Open.'),
        target: { label: 'Abrir caixa', selector: '[data-guia="abrir-caixa"]' },
        advance: { on: 'event', event: 'caixa_aberto' },
      },
      {
        id: 'somar-produto',
        title: say('Leia o código do produto', 'Scan the product'),
        body: body(
          'Use o leitor ou toque no produto na tela.',
          'Use the scanner or touch the product on the screen.',
        ),
        target: { label: 'Busca de produtos', selector: '[data-guia="busca-produto"]' },
        advance: { on: 'event', event: 'item_adicionado' },
      },
      {
        id: 'pronto',
        look: 'success',
        title: say('Tudo certo', 'All set'),
        body: body('Agora é só finalizar a venda.', 'Now just finish the sale.'),
        advance: { on: 'button' },
      },
    ],
  }),
  setup: (name: string): ContentDraft => ({
    kind: 'checklist',
    name,
    title: say('Prepare sua loja', 'Get your shop ready'),
    per: 'account',
    deadlineDays: 7,
    audience: everyone,
    trigger: { on: 'load' },
    frequency: { untilCompleted: true },
    tasks: [
      task('dados', 'Preencha os dados da loja', 'Fill in the shop’s details', 'loja_dados_salvos', 10),
      {
        ...task('produtos', 'Cadastre 5 produtos', 'Add 5 products', 'produto_criado', 15),
        done: { event: 'produto_criado', atLeast: 5 },
      },
      task('impressora', 'Teste a impressora', 'Test the printer', 'impressora_teste_ok', 10),
      task('primeira-nota', 'Emita a primeira nota', 'Issue the first receipt', 'nfce_autorizada', 25),
    ],
  }),
  tour: (name: string): ContentDraft => ({
    kind: 'tour',
    name,
    audience: everyone,
    trigger: { on: 'load' },
    frequency: {},
    steps: [
      {
        id: 'passo-1',
        title: { 'pt-BR': '' },
        body: [{ kind: 'text', runs: { 'pt-BR': [{ text: '' }] } }],
        advance: { on: 'button' },
      },
    ],
  }),
  checklist: (name: string): ContentDraft => ({
    kind: 'checklist',
    name,
    title: { 'pt-BR': name },
    per: 'account',
    audience: everyone,
    trigger: { on: 'load' },
    frequency: { untilCompleted: true },
    tasks: [{ id: 'tarefa-1', title: { 'pt-BR': '' }, weight: 10, done: { event: '' } }],
  }),
}

export type Start = keyof typeof starts

function task(id: string, pt: string, en: string, event: string, weight: number) {
  return { id, title: say(pt, en), weight, done: { event } }
}
