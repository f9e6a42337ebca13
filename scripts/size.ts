import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Bytes over the wire, with the strongest setting of each. */
interface Bytes {
  gzip: number
  brotli: number
}

interface Limit {
  must: number
  aim?: number
}

export interface Size extends Bytes {
  name: string
  what: string
  limits: { gzip: Limit; brotli?: Limit }
}

interface ManifestRow {
  file: string
  name: string
  imports: string[]
  modules: string[]
}

const FOLDER = `${process.env.TRILHA_DIST ?? 'dist'}/sdk`
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

/** Sizes of the built script, one row per entry of `sdk/budget.json`. Throws when the script was not built. */
export function sizes(): Size[] {
  const rows: ManifestRow[] = json(`${FOLDER}/manifest.json`)
  /** The files that a source needs before it runs. */
  const closure = (source: string, seen = new Set<string>()): Set<string> => {
    const visit = (file: string) => {
      if (seen.has(file)) return
      seen.add(file)
      for (const needed of rows.find((row) => row.file === file)?.imports ?? []) visit(needed)
    }
    const row = rows.find(({ modules }) => modules.includes(join('sdk/src', source)))
    if (!row) throw new Error(`The build has no part with "${source}". Run the build first.`)
    visit(row.file)
    return seen
  }
  const all = (...sources: string[]) =>
    sources.reduce((seen, source) => closure(source, seen), new Set<string>())
  const core = ['index.ts']
  const firstTour = [...core, 'stage/index.ts', 'surfaces/tour/index.tsx']
  const settled = [...firstTour, 'stage/upkeep.ts']
  const firstGuide = [...core, 'stage/index.ts', 'surfaces/checklist/index.tsx']
  /** What one part adds to a page that has the others already. */
  const beyond = (others: string[], ...sources: string[]) => {
    const there = all(...others)
    return [...all(...sources)].filter((file) => !there.has(file))
  }
  const debug = beyond(firstGuide, 'debug/index.ts')
  const files: Record<string, Iterable<string>> = {
    snippet: ['snippet.html'],
    core: all(...core),
    'first tour': ['snippet.html', ...all(...firstTour)],
    phone: beyond(firstTour, 'surfaces/frame/room.ts'),
    upkeep: beyond(firstTour, 'stage/upkeep.ts'),
    tour: beyond(firstGuide, 'surfaces/tour/index.tsx'),
    checklist: beyond(settled, 'surfaces/checklist/index.tsx'),
    search: beyond(settled, 'stage/search.ts'),
    rules: beyond(firstTour, '../../api/contract/resolve.ts'),
    occasions: beyond(settled, 'surfaces/tour/occasions/index.tsx'),
    english: beyond(firstTour, 'locales/en.ts'),
    busy: beyond(core, 'busy/index.ts'),
    debug,
    everything: ['snippet.html', ...rows.map(({ file }) => file).filter((file) => !debug.includes(file))],
    editor: ['editor.js'],
  }
  const { entries } = json('sdk/budget.json') as {
    entries: Array<{ name: string; what: string; gzip: Limit; brotli?: Limit }>
  }
  return entries.map(({ name, what, ...limits }) => ({
    name,
    what,
    limits,
    ...sum(files[name]!),
  }))
}

function sum(files: Iterable<string>): Bytes {
  const total = { gzip: 0, brotli: 0 }
  for (const file of files) {
    const source = readFileSync(`${FOLDER}/${file}`)
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
    total.gzip += gzipSync(source, { level: 9 }).length
    total.brotli += brotliCompressSync(source, { params }).length
  }
  return total
}

/** Entries over what they must not exceed. */
export const overweight = (rows: Size[]) =>
  rows.filter(
    ({ gzip, brotli, limits }) =>
      gzip > limits.gzip.must || brotli > (limits.brotli?.must ?? Number.POSITIVE_INFINITY),
  )

function print(rows: Size[]) {
  const over = new Set(overweight(rows))
  console.log('part          gzip    must     aim  brotli')
  for (const row of rows) {
    const { name, gzip, brotli, limits } = row
    const numbers = [gzip, limits.gzip.must, limits.gzip.aim ?? '', brotli]
    const columns = numbers.map((n) => String(n).padStart(7)).join(' ')
    console.log(`${name.padEnd(10)} ${columns}  ${over.has(row) ? 'OVER  ' : ''}${row.what}`)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const rows = sizes()
    print(rows)
    if (overweight(rows).length) process.exitCode = 1
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
