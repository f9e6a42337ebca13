import { closed, list, number, text, thing, words } from '../../stage/readable'

/** The closed tree of `api/contract/experience.ts`, without its schema library. */
export const isReadable = closed({
  kind: text,
  id: text,
  version: number,
  title: words,
  per: text,
  'deadlineDays?': number,
  tasks: list(
    closed({
      id: text,
      title: words,
      'detail?': words,
      weight: number,
      done: thing,
      'action?': closed({ label: words, run: thing }),
      'medal?': text,
    }),
  ),
})
