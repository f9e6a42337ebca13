import type { Block } from '#contract/block'
import type { Condition } from '#contract/condition'
import type { Localised } from '#contract/text'

/** A text in both languages. */
export const words = (pt: string, en: string): Localised<string> => ({ 'pt-BR': pt, en })

/** A paragraph in both languages. */
export const says = (pt: string, en: string): Block[] => [
  { kind: 'text', runs: { 'pt-BR': [{ text: pt }], en: [{ text: en }] } },
]

/** An element by the mark that Caixa Fácil keeps stable for guides. */
export const marked = (label: string, ...marks: string[]) => ({
  label,
  selector: marks.map((mark) => `[data-guia="${mark}"]`).join(', '),
})

/**
 * The way to a screen while she is elsewhere, and on it the element that counts. On a phone the way begins at the
 * menu button, as long as the menu is closed; only one of the selectors is ever on the screen.
 */
export const onScreen = (screen: string, label: string, there: string) => ({
  label,
  selector: `[data-guia="nav-${screen}"]:not([aria-current="page"]), [data-menu="closed"]:not([data-tela="${screen}"]) [data-guia="menu"], ${there}`,
})

/** She is elsewhere on a phone, where the way leads through the menu. */
export const throughMenu = (screen: string): Condition => ({
  all: [{ not: { path: `/${screen}` } }, { element: marked('Menu', 'menu'), present: true }],
})
