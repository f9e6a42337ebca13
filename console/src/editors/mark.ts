/** A host's own name for an element, as most teams write it. */
export interface Mark {
  attribute: 'data-guia' | 'data-testid' | 'id'
  name: string
}

const MARK = /^\[(data-guia|data-testid|id)="((?:[^"\\]|\\.)*)"\]$/
const ID = /^#([\p{L}_][\p{L}\p{N}_-]*)$/u

/** The mark that a selector stands for, or undefined when it is any other selector. */
export function readMark(selector: string | undefined): Mark | undefined {
  const marked = selector?.match(MARK)
  if (marked) return { attribute: marked[1] as Mark['attribute'], name: marked[2]!.replace(/\\(.)/g, '$1') }
  const id = selector?.match(ID)
  return id ? { attribute: 'id', name: id[1]! } : undefined
}

/** No selector without a name: one that finds nothing would look finished. */
export const writeMark = ({ attribute, name }: Mark) =>
  !name
    ? undefined
    : attribute === 'id' && ID.test(`#${name}`)
      ? `#${name}`
      : `[${attribute}="${name.replace(/["\\]/g, '\\$&')}"]`
