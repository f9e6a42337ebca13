import type { VerdictHere } from '#contract/authoring'
import type { Because } from '#contract/decide'

/** Would a draft be shown, and why not: the same words here and in the console. `**` marks what stands out. */
const ptBR = {
  would: (name: string) => `Apareceria para **${name}**.`,
  wouldLater: (name: string) => `Apareceria para **${name}**, se a tela dela deixar.`,
  wouldNot: (name: string, because: string) => `Não apareceria para **${name}**: ${because}.`,
  some: (n: string, all: string, of: string) => `Apareceria para **${n} de ${all} pessoas** de ${of}.`,
  nobody: (of: string) => `Ninguém de **${of}** entrou no caixa ainda.`,
  because: {
    expired: 'o prazo dele acabou',
    audience: 'está fora do público',
    completed: 'já concluiu',
    dismissed: 'disse que agora não',
    snoozed: 'pediu para lembrar depois',
    'too soon': 'viu há pouco tempo',
    busy: 'há uma venda aberta',
    'rush hours': 'é hora de movimento na loja',
  } as Record<Because, string>,
  until: (when: string) => `até ${when}`,
  reading: 'Perguntando ao servidor…',
  note: 'Como se fosse publicado agora, numa visita que começa agora, com o caixa livre.',
  short: { shown: 'apareceria', page: 'depende da tela' },
}
export type WhyWords = typeof ptBR

const en: WhyWords = {
  would: (name) => `It would be shown to **${name}**.`,
  wouldLater: (name) => `It would be shown to **${name}**, if their screen allows it.`,
  wouldNot: (name, because) => `It would not be shown to **${name}**: ${because}.`,
  some: (n, all, of) => `It would be shown to **${n} of ${all} people** of ${of}.`,
  nobody: (of) => `Nobody of **${of}** has come to the till yet.`,
  because: {
    expired: 'its time is over',
    audience: 'they are not in the audience',
    completed: 'they completed it',
    dismissed: 'they said not now',
    snoozed: 'they asked to be reminded',
    'too soon': 'they saw it a short while ago',
    busy: 'a sale is open',
    'rush hours': 'it is a busy hour at the shop',
  },
  until: (when) => `until ${when}`,
  reading: 'Asking the server…',
  note: 'As if it were published now, on a visit that begins now, with the till free.',
  short: { shown: 'would be shown', page: 'depends on the screen' },
}
export const whyWords = { 'pt-BR': ptBR, en }

/** How the reader's language says it: its words, and a moment. */
export interface Saying {
  why: WhyWords
  moment: (at: number) => string
}

/** The verdict in a few words: "apareceria", or the till's own reason with its date. */
export function shortVerdict(verdict: VerdictHere, { why, moment }: Saying): string {
  const { decision, rules, past } = verdict
  if (decision.show) return isOpen(rules) ? why.short.page : why.short.shown
  const { because } = decision
  const at = {
    completed: past?.completedAt,
    dismissed: past?.dismissedAt,
    'too soon': past?.lastSeenAt,
  }[because as string]
  const when =
    because === 'snoozed' && past?.snooze
      ? why.until(moment(past.snooze.until))
      : at !== undefined && `(${moment(at)})`
  return [why.because[because], when].filter(Boolean).join(' ')
}

/** One sentence about all that were asked for. `of`: the shop or segment they are of; absent for one person. */
export function findingOf(verdicts: VerdictHere[], of: string | undefined, saying: Saying): string {
  const { why } = saying
  const [first] = verdicts
  if (!first) return why.nobody(of ?? '')
  if (of !== undefined && verdicts.length > 1)
    return why.some(
      String(verdicts.filter(({ decision }) => decision.show).length),
      String(verdicts.length),
      of,
    )
  const { decision, person, rules } = first
  if (!decision.show) return why.wouldNot(person.name, shortVerdict(first, saying))
  return (isOpen(rules) ? why.wouldLater : why.would)(person.name)
}

/** Only the page can tell one of them. */
const isOpen = (rules: VerdictHere['rules']) => rules.some(({ holds }) => holds === null)

/** "Maria · Mercearia Dona Lurdes" */
export const nameOf = ({ name, account }: VerdictHere['person']) =>
  [name, account?.name].filter(Boolean).join(' · ')
