import { fits, words } from '../../stage/readable'

/** The closed tree of `api/contract/experience.ts`, without its schema library. */
export const isReadable = (content: unknown) =>
  fits(content, {
    kind: 'string',
    id: 'string',
    version: 'number',
    title: words,
    per: 'string',
    'deadlineDays?': 'number',
    tasks: [
      {
        id: 'string',
        title: words,
        'detail?': words,
        weight: 'number',
        done: 'object',
        'action?': { label: words, run: 'object' },
        'medal?': 'string',
      },
    ],
  })
