import type { MissingReason } from '#contract/sight'

/** How the elements that steps point at fare in the shops' tills. */
export const targets = {
  alarm: (n: string, one: boolean) =>
    one ? '1 passo não encontra seu elemento' : `${n} passos não encontram seus elementos`,
  since: (when: string, release: string | null) =>
    release ? `desde ${when}, versão ${release}` : `desde ${when}`,
  finding: (name: string, alarm: string, since: string) => `; em **${name}**, **${alarm}** ${since}`,
  level: {
    sure: 'Muito seguro',
    safe: 'Seguro',
    weak: 'Fraco',
    lost: 'Não encontrado',
    unseen: 'Nenhum caixa procurou ainda',
  },
  found: (share: string, n: string, days: string) => `Achado em ${share} de ${n} buscas em ${days} dias.`,
  foundCounts: (found: string, n: string, days: string) =>
    `Achado em ${found} de ${n} buscas em ${days} dias.`,
  confidence: (share: string) => `Confiança típica: ${share}.`,
  at: (path: string) => `na tela ${path}`,
  because: {
    absent: 'Nada na tela se parece com ele.',
    several: 'Há vários parecidos e nenhum se destaca.',
    weak: 'Só há um pouco parecido: pode ser outro.',
    hidden: 'Ele está na página, mas não aparece.',
    closed: 'Ele está em uma lista, menu ou janela fechada.',
    unknown: 'O caixa não soube dizer o motivo.',
  } satisfies Record<MissingReason, string>,
  short: {
    absent: 'nada parecido',
    several: 'vários parecidos',
    weak: 'pouco parecido',
    hidden: 'escondido',
    closed: 'em lista fechada',
    unknown: 'sem motivo',
  } satisfies Record<MissingReason, string>,
  best: (share: string) => `O mais parecido: ${share}.`,
  releases: 'Por versão do caixa',
  release: 'Versão do caixa',
  noRelease: 'não informada',
  foundColumn: 'Achado',
  safetyColumn: 'Quão seguro',
  whyColumn: 'Por quê',
  noTarget: 'sem alvo',
  of: (found: string, n: string) => `${found} de ${n}`,
  reanchor: 'Apontar de novo no caixa',
  newTarget: 'O rascunho já tem outro alvo. Publique para os caixas usarem.',
  fix: (place: string) => `Corrigir passo ${place}`,
}
