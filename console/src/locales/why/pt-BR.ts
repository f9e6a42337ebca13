import { whyWords } from '../../../../sdk/src/editor/view/why'

export const why = {
  ...whyWords['pt-BR'],
  viewAs: 'Ver como',
  choose: 'Ver como outra pessoa',
  find: 'Pessoa, loja ou segmento',
  groups: { people: 'Pessoas', shops: 'Lojas', segments: 'Segmentos' },
  stop: 'Deixar de ver como ela',
  why: 'Por quê',
  heading: 'Quem veria, e por quê',
  rules: 'Regras do público',
  everyone: 'Sem regras: vale para todas as pessoas.',
  holds: 'vale',
  fails: 'não vale',
  page: 'o caixa decide na hora',
  open: (name: string) => `Abrir ${name}`,
  now: 'O que veria agora',
  nothing: 'Nada publicado neste ambiente.',
  ofPeople: (n: string, all: string) => `${n} de ${all} pessoas`,
}
