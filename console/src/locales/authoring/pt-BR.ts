export const authoring = {
  title: 'Editar na tela',
  heading: 'Editar na tela do aplicativo?',
  sentence:
    'A página do aplicativo vai poder ler e mudar este rascunho enquanto estiver aberta, e perguntar pelo nome quem o veria. Nada mais.',
  what: 'Rascunho',
  where: 'Aplicativo',
  who: 'Em nome de',
  go: 'Editar na tela',
  no: 'Agora não',
  opening: 'Abrindo o aplicativo',
  wait: 'Um instante.',
  again: 'Tentar de novo',
  back: 'Voltar ao conteúdo',
  contents: 'Voltar aos conteúdos',
  refused: 'Não dá para editar nessa tela',
  incomplete: 'O endereço está incompleto. Abra a edição de novo pelo conteúdo, no botão Editar na tela.',
  viewer: 'Seu papel só permite ver. Peça a quem administra a empresa para poder editar.',
  elsewhere: (origin: string) =>
    `${origin} não é o endereço registrado do aplicativo. Nada foi enviado. Se for um endereço novo, registre-o na instalação.`,
  installation: 'Ver a instalação',
}
