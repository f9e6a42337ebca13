import { readFileSync } from 'node:fs'
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
}

const FOLDER = 'dist/sdk'
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

/** Sizes of the built script, one row per entry of `sdk/budget.json`. Throws when the script was not built. */
export function sizes(): Size[] {
  const rows: ManifestRow[] = json(`${FOLDER}/manifest.json`)
  /** A file with all that it needs at once. */
  const closure = (name: string, seen = new Set<string>()): Set<string> => {
    const visit = (file: string) => {
      if (seen.has(file)) return
      seen.add(file)
      for (const needed of rows.find((row) => row.file === file)?.imports ?? []) visit(needed)
    }
    const row = rows.find((each) => each.name === name)
    if (!row) throw new Error(`The build has no part "${name}". Run the build first.`)
    visit(row.file)
    return seen
  }
  const all = (...names: string[]) => names.reduce((seen, name) => closure(name, seen), new Set<string>())
  const core = all('trilha')
  // What a second surface adds to a page that has shown another one.
  const shared = all('trilha', 'stage', 'deliver')
  const surfaces = rows.filter(({ file }) => /\/(tour|checklist)-/.test(file)).map(({ name }) => name)
  const further = (name: string) => {
    const others = all('trilha', 'stage', 'deliver', ...surfaces.filter((other) => other !== name))
    return [...closure(name)].filter((file) => !others.has(file) && !shared.has(file))
  }
  const files: Record<string, Iterable<string>> = {
    snippet: ['snippet.html'],
    core,
    'first tour': ['snippet.html', ...all('trilha', 'stage', 'deliver', 'tour')],
    everything: ['snippet.html', ...rows.map(({ file }) => file)],
  }
  const { entries } = json('sdk/budget.json') as {
    entries: Array<{ name: string; what: string; gzip: Limit; brotli?: Limit }>
  }
  return entries.map(({ name, what, ...limits }) => ({
    name,
    what,
    limits,
    ...sum(files[name] ?? further(name)),
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
