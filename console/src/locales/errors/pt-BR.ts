import type { ErrorCode } from '#contract/errors'

type Words = { title: string; detail: string }

/** What happened, what is still safe, what to do: by the code of the API. */
export const errors = {
  byCode: {
    bad_request: {
      title: 'O pedido não foi entendido',
      detail: 'Nada mudou. Recarregue a página e tente de novo.',
    },
    invalid: {
      title: 'Alguns campos precisam de correção',
      detail: 'Nada se perdeu. Corrija os campos marcados.',
    },
    not_signed_in: { title: 'Sua sessão terminou', detail: 'Entre de novo para continuar de onde parou.' },
    wrong_password: {
      title: 'E-mail ou senha não conferem',
      detail: 'Confira os dois, ou peça um novo convite a quem administra a empresa.',
    },
    forbidden: {
      title: 'Seu papel não permite isto',
      detail: 'Nada mudou. Peça a quem administra a empresa.',
    },
    unknown_key: {
      title: 'Esta chave de ambiente não existe',
      detail: 'Copie a chave de novo em Instalação.',
    },
    secret_key_in_browser: {
      title: 'Uma chave secreta veio de um navegador',
      detail: 'Troque a chave agora e guarde a nova só no servidor.',
    },
    identity_required: {
      title: 'Este ambiente só aceita identidades assinadas',
      detail: 'Envie o token feito pelo seu servidor.',
    },
    identity_invalid: {
      title: 'O token de identidade não é válido',
      detail: 'Confira o segredo, o algoritmo (HS256), sub e exp.',
    },
    not_found: {
      title: 'Isto não existe mais',
      detail: 'Pode ter sido removido por outra pessoa. O resto continua como estava.',
    },
    conflict: {
      title: 'Outra pessoa mudou isto antes',
      detail: 'Sua versão está guardada aqui. Carregue a mais nova ou mantenha a sua.',
    },
    not_publishable: {
      title: 'Ainda não pode ser publicado',
      detail: 'O rascunho está salvo. Veja na lista o que falta.',
    },
    in_use: {
      title: 'Ainda está em uso',
      detail: 'Nada mudou. Remova primeiro de onde é usado.',
    },
    invitation_invalid: {
      title: 'Este convite não vale mais',
      detail: 'Já foi usado ou venceu. Peça um novo a quem administra a empresa.',
    },
    too_large: { title: 'É demais para um envio só', detail: 'Nada se perdeu. Envie menos de cada vez.' },
    too_many: {
      title: 'Muitos pedidos seguidos',
      detail: 'Nada se perdeu. Espere um instante e tente de novo.',
    },
    unavailable: {
      title: 'O serviço está ocupado',
      detail: 'Os caixas seguem mostrando conteúdos. Tente de novo em instantes.',
    },
    internal: {
      title: 'Algo falhou do nosso lado',
      detail: 'Os caixas seguem mostrando conteúdos e os eventos continuam chegando. Tente de novo.',
    },
  } satisfies Record<ErrorCode, Words> as Record<ErrorCode, Words>,
  offline: {
    title: 'Sem conexão com o servidor',
    detail: 'O que você escreveu continua nesta tela. Tente de novo quando a conexão voltar.',
  },
  unreadable: {
    title: 'A resposta não foi entendida',
    detail: 'Nada mudou. Recarregue a página; se continuar, avise o suporte.',
  },
  broken: {
    title: 'Esta página parou',
    detail: 'O que já foi salvo está seguro. Recarregue para continuar.',
  },
  goTo: (page: string) => `Ir para ${page}`,
  noPage: {
    title: 'Esta página não existe',
    detail: 'O endereço pode ter mudado. Volte aos conteúdos.',
    action: 'Ir para Conteúdos',
  },
  code: 'Código',
}
