/** What a cashier reads on a welcome or a success. `{n}` and its like are filled in by `sayIn`. */
export const occasionWords = {
  notNow: 'Agora não',
  doNow: 'Fazer agora',
  remindAt8: 'Lembrar às 8h',
  close: 'Fechar',
}
