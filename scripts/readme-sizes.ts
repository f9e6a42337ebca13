import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Size, sizes } from './size'

const BEGIN = '<!-- sizes -->'
const END = '<!-- /sizes -->'

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

/** The README's table of bytes, as it must stand between its two marks. */
export const sizeTable = (rows: Size[]) =>
  [
    '| Part | gzip | brotli | must (gzip) |',
    '|---|--:|--:|--:|',
    ...rows.map(
      ({ name, what, gzip, brotli, limits }) =>
        `| ${name}: ${what} | ${kB(gzip)} | ${kB(brotli)} | ${kB(limits.gzip.must)} |`,
    ),
  ].join('\n')

/** What stands there now. */
export const quotedTable = (readme: string) => parts(readme).quoted.trim()

function parts(readme: string) {
  const [before = '', rest = ''] = readme.split(BEGIN)
  const [quoted = '', after = ''] = rest.split(END)
  return { before, quoted, after }
}

// `npm run size:readme`: writes the table anew after a change of bytes.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { before, after } = parts(readFileSync('README.md', 'utf8'))
  const table = sizeTable(sizes())
  writeFileSync('README.md', `${before}${BEGIN}\n${table}\n${END}${after}`)
  console.log(table)
}
