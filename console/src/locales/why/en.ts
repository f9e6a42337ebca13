import { whyWords } from '../../../../sdk/src/editor/view/why'
import type { why as source } from './pt-BR'

export const why: typeof source = {
  ...whyWords.en,
  viewAs: 'View as',
  choose: 'View as someone else',
  find: 'Person, shop or segment',
  groups: { people: 'People', shops: 'Shops', segments: 'Segments' },
  stop: 'Stop viewing as them',
  why: 'Why',
  heading: 'Who would see it, and why',
  rules: 'Rules of the audience',
  everyone: 'No rules: it holds for everybody.',
  holds: 'holds',
  fails: 'does not hold',
  page: 'the till decides at the time',
  open: (name) => `Open ${name}`,
  now: 'What they would see now',
  nothing: 'Nothing is published in this environment.',
  ofPeople: (n, all) => `${n} of ${all} people`,
}
