export const contents = {
  title: 'Conteúdos',
}
