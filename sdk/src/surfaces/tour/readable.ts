import { body, closed, flag, list, number, text, thing, words } from '../../stage/readable'

/** The closed tree of `api/contract/experience.ts`, without its schema library. */
export const isReadable = closed({
  kind: text,
  id: text,
  version: number,
  'duringSale?': flag,
  steps: list(
    closed({
      id: text,
      look: text,
      title: words,
      body,
      'target?': thing,
      placement: text,
      advance: thing,
      missing: thing,
      'path?': text,
      'when?': thing,
      'variants?': list(closed({ when: thing, title: words, body })),
      'buttonLabel?': words,
    }),
  ),
})
