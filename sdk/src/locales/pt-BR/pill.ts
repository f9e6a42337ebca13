/** What a cashier reads on a folded tour. `{n}` and its like are filled in by `sayIn`. */
export const pillWords = {
  waitsForSale: 'Passo {n} de {of} espera a venda',
  waits: 'Passo {n} de {of} espera',
  resume: 'Retomar passo {n}',
}
