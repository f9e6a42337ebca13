/** What a cashier reads on a step of a tour. `{n}` and its like are filled in by `sayIn`. */
export const cardWords = {
  stepOf: '{n} de {of}',
  stepSpoken: 'Passo {n} de {of}: {title}',
  next: 'Continuar',
  back: 'Voltar',
  notNow: 'Agora não',
  finish: 'Concluir',
}
