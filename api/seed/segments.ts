import type { SegmentInput } from '#contract/segment'

/** Whom Customer Success at Caixa Fácil speaks to. */
export const segments: Array<SegmentInput & { id: string }> = [
  {
    id: 'nova-sem-fiscal',
    name: 'Nova sem fiscal',
    condition: {
      all: [
        { milestone: 'primeiro_login', reached: true, withinDays: 7 },
        { account: { certificado_pronto: false } },
      ],
    },
  },
  {
    id: 'travada-antes-da-primeira-venda',
    name: 'Travada antes da 1ª venda',
    condition: {
      all: [
        { milestone: 'kit_entregue', reached: true },
        { milestone: 'kit_entregue', reached: false, withinDays: 3 },
        { event: 'nfce_autorizada', atMost: 0 },
        { user: { papel: 'dono' } },
      ],
    },
  },
  {
    id: 'engajada-pronta-para-expandir',
    name: 'Engajada pronta para expandir',
    condition: {
      all: [
        { event: 'caixa_fechado', atLeast: 20, withinDays: 30 },
        { any: [{ account: { ramo: 'alimentacao' } }, { account: { objetivo: 'controlar_dinheiro' } }] },
      ],
    },
  },
  {
    id: 'quem-vende',
    name: 'Quem vende',
    condition: { user: { papel: { $in: ['dono', 'gerente', 'caixa'] } } },
  },
]
