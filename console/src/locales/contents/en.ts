import type { contents as source } from './pt-BR'

export const contents: typeof source = {
  title: 'Contents',
}
