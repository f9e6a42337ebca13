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
export function quotedTable(readme: string): string {
  const [, rest] = readme.split(BEGIN)
  return rest?.split(END)[0]?.trim() ?? ''
}

// `npm run size:readme`: writes the table anew after a change of bytes.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const readme = readFileSync('README.md', 'utf8')
  const table = sizeTable(sizes())
  writeFileSync('README.md', readme.replace(quotedTable(readme), table))
  console.log(table)
}
