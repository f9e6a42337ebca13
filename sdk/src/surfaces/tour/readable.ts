import { body, fits, words } from '../../stage/readable'

/** The closed tree of `api/contract/experience.ts`, without its schema library. */
export const isReadable = (content: unknown) =>
  fits(content, {
    kind: 'string',
    id: 'string',
    version: 'number',
    'duringSale?': 'boolean',
    steps: [
      {
        id: 'string',
        look: 'string',
        title: words,
        body,
        'target?': 'object',
        placement: 'string',
        advance: 'object',
        missing: 'object',
        'path?': 'string',
        'when?': 'object',
        'variants?': [{ when: 'object', title: words, body }],
        'buttonLabel?': words,
      },
    ],
  })
