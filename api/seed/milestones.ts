import type { MilestoneInput } from '#contract/milestone'

const milestone = (
  key: string,
  name: MilestoneInput['name'],
  needs: MilestoneInput['needs'],
  more: Partial<MilestoneInput> = {},
): MilestoneInput => ({ key, name, needs, flag: 'none', weight: 1, ...more })

/** The ladder of a new shop, from the kit on the doormat to a second operator. Weights as in the guide. */
export const milestones: MilestoneInput[] = [
  milestone('kit_entregue', { 'pt-BR': 'Kit entregue', en: 'Kit delivered' }, [{ event: 'kit_entregue' }], {
    weight: 5,
  }),
  milestone('primeiro_login', { 'pt-BR': 'Primeiro login', en: 'First sign-in' }, [{ event: 'login' }], {
    weight: 5,
  }),
  milestone(
    'cinco_produtos',
    { 'pt-BR': 'Cinco produtos', en: 'Five products' },
    [{ event: 'produto_criado', atLeast: 5 }],
    { weight: 15, deadlineDays: 3 },
  ),
  milestone(
    'fiscal_pronto',
    { 'pt-BR': 'Fiscal pronto', en: 'Ready for invoices' },
    [{ event: 'certificado_instalado' }, { event: 'csc_configurado' }],
    { weight: 20, deadlineDays: 5 },
  ),
  milestone(
    'impressora_testada',
    { 'pt-BR': 'Impressora testada', en: 'Printer tested' },
    [{ event: 'impressora_teste_ok' }],
    { weight: 10, deadlineDays: 7 },
  ),
  milestone('caixa_aberto', { 'pt-BR': 'Caixa aberto', en: 'Till opened' }, [{ event: 'caixa_aberto' }], {
    weight: 10,
    deadlineDays: 7,
  }),
  milestone(
    'primeira_nota',
    { 'pt-BR': 'Primeira venda com nota', en: 'First sale with an invoice' },
    [{ event: 'nfce_autorizada' }],
    { flag: 'firstValue', weight: 15, deadlineDays: 7 },
  ),
  milestone(
    'aha',
    { 'pt-BR': 'Nota em 24 horas', en: 'Invoice within 24 hours' },
    [{ event: 'nfce_autorizada' }],
    { flag: 'aha', within: { hours: 24, of: 'primeiro_login' } },
  ),
  milestone(
    'wow',
    { 'pt-BR': 'Caixa fechado sem diferença', en: 'Till closed without a difference' },
    [
      { event: 'caixa_fechado', where: { diferenca: 0 } },
      { event: 'relatorio_aberto', where: { tipo: 'dia' } },
    ],
    { flag: 'wow', weight: 10, deadlineDays: 7 },
  ),
  milestone('segundo_operador', { 'pt-BR': 'Segundo operador', en: 'Second operator' }, [
    { event: 'operador_criado' },
  ]),
]
