import { list } from '../../format'
import { texts } from '../../locales'

/** The first name, how many more, and all of them for who asks. */
export function UsedBy({ names }: { names: string[] }) {
  const [first, ...others] = names
  if (first === undefined) return <span class="quiet">{texts().segments.unused}</span>
  return (
    <span title={list(names)}>
      {first}
      {others.length > 0 && ` +${others.length}`}
    </span>
  )
}
