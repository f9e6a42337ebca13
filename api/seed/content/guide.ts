import type { DraftInput } from '#contract/experience'
import { words } from './texts'

const navigate = (pt: string, en: string, path: string) => ({
  label: words(pt, en),
  run: { do: 'navigate' as const, path },
})

/** What a new shop has before it, done by what happens and never by a tick. Weights add up to 100. */
export const guide: DraftInput = {
  kind: 'checklist',
  name: 'Guia de implantação',
  audience: { segment: 'quem-vende' },
  trigger: { on: 'load' },
  frequency: { untilCompleted: true },
  priority: 40,
  title: words('Guia de implantação', 'Getting started'),
  per: 'account',
  deadlineDays: 7,
  tasks: [
    {
      id: 'kit-entregue',
      title: words('Receber o kit', 'Receive the kit'),
      detail: words('Leitor, impressora e gaveta.', 'Scanner, printer and drawer.'),
      weight: 5,
      done: { milestone: 'kit_entregue' },
      action: navigate('Ver o pedido', 'See the order', '/pedido'),
    },
    {
      id: 'primeiro-login',
      title: words('Entrar no caixa', 'Sign in at the till'),
      weight: 5,
      done: { milestone: 'primeiro_login' },
    },
    {
      id: 'dados-da-loja',
      title: words('Conferir os dados da loja', 'Check the shop’s details'),
      detail: words('CNPJ, inscrição e regime saem na nota.', 'They are printed on every receipt.'),
      weight: 10,
      done: { event: 'loja_dados_salvos' },
      action: navigate('Conferir', 'Check', '/configuracoes/loja'),
    },
    {
      id: 'cinco-produtos',
      title: words('Cadastrar 5 produtos', 'Add 5 products'),
      detail: words('Nome e preço bastam para vender.', 'A name and a price are enough to sell.'),
      weight: 15,
      done: { milestone: 'cinco_produtos' },
      action: navigate('Cadastrar', 'Add', '/produtos/novo'),
    },
    {
      id: 'fiscal',
      title: words('Instalar o certificado e o CSC', 'Install the certificate and the CSC'),
      detail: words('Sem eles a nota não sai.', 'Without them no receipt goes out.'),
      weight: 20,
      done: { milestone: 'fiscal_pronto' },
      action: navigate('Instalar', 'Install', '/configuracoes/fiscal'),
    },
    {
      id: 'impressora',
      title: words('Testar a impressora', 'Test the printer'),
      detail: words(
        'Deixe uma folha de teste sair. Leva 1 minuto.',
        'Let a test page come out. It takes 1 minute.',
      ),
      weight: 10,
      done: { milestone: 'impressora_testada' },
      action: navigate('Testar agora', 'Test now', '/configuracoes/impressora'),
    },
    {
      id: 'abrir-caixa',
      title: words('Abrir o caixa', 'Open the drawer'),
      detail: words('2 min', '2 min'),
      weight: 10,
      done: { milestone: 'caixa_aberto' },
      action: navigate('Abrir', 'Open', '/caixa'),
    },
    {
      id: 'primeira-venda',
      title: words('Primeira venda com nota', 'First sale with a receipt'),
      detail: words('Leva 4 minutos, passo a passo.', 'It takes 4 minutes, step by step.'),
      weight: 15,
      done: { milestone: 'primeira_nota' },
      medal: 'aha',
      action: { label: words('Vender agora', 'Sell now'), run: { do: 'show', experience: 'primeira-venda' } },
    },
    {
      id: 'fechar-caixa',
      title: words('Fechar o caixa sem diferença', 'Close the drawer without a difference'),
      detail: words('No fim do dia, e veja o relatório.', 'At the end of the day, then see the report.'),
      weight: 10,
      done: { milestone: 'wow' },
      action: navigate('Ver o caixa', 'See the drawer', '/caixa'),
    },
  ],
}
