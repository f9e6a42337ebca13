import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

interface Part {
  name: string
  command: string[]
  /** What it is made from; a change there makes it anew. */
  sources: string[]
  /** What it leaves: missing means it was never built. */
  output: string
}

const bin = (name: string) => join('node_modules', '.bin', name)

export const parts: Part[] = [
  {
    name: 'api',
    command: [bin('tsx'), 'scripts/build-api.ts'],
    sources: ['api/src', 'api/contract', 'scripts/build-api.ts', 'package-lock.json'],
    output: 'dist/api',
  },
  {
    name: 'sdk',
    command: [bin('rollup'), '-c', '--configPlugin', 'esbuild', '--silent'],
    sources: ['sdk/src', 'sdk/bench', 'api/contract', 'rollup.config.ts', 'package-lock.json'],
    output: 'dist/sdk',
  },
  {
    name: 'check',
    command: [bin('tsx'), 'scripts/build-check.ts'],
    sources: ['sdk/check', 'sdk/src/targets', 'sdk/src/core', 'api/contract', 'scripts/build-check.ts'],
    output: 'dist/check',
  },
  {
    name: 'console',
    command: [bin('vite'), 'build', 'console', '--logLevel', 'warn'],
    sources: ['console', 'sdk/src', 'api/contract', 'package-lock.json'],
    output: 'dist/console',
  },
  {
    name: 'demo',
    command: [bin('vite'), 'build', 'demo-app', '--logLevel', 'warn'],
    sources: [
      'demo-app/src',
      'demo-app/public',
      'demo-app/seed',
      'demo-app/index.html',
      'demo-app/vite.config.ts',
      'package-lock.json',
    ],
    output: 'dist/demo',
  },
]

/** Builds what is missing or older than its sources; `force` builds all. Throws with the part's name. */
export function build({ force = false } = {}): void {
  mkdirSync('dist', { recursive: true })
  for (const part of parts) {
    const stamp = join('dist', `.${part.name}.stamp`)
    const print = fingerprint(part.sources)
    const current = existsSync(part.output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print
    if (current && !force) continue
    console.log(`building ${part.name} …`)
    const { status } = spawnSync(part.command[0]!, part.command.slice(1), { stdio: 'inherit' })
    if (status !== 0) throw new Error(`The ${part.name} could not be built. The lines above say why.`)
    writeFileSync(stamp, print)
  }
}

/** Changes when a file below the sources is added, removed, resized or written. */
function fingerprint(sources: string[]): string {
  const hash = createHash('sha256')
  const visit = (path: string) => {
    if (!existsSync(path)) return
    const stat = statSync(path)
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== 'node_modules') visit(join(path, name))
    } else hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`)
  }
  sources.forEach(visit)
  return hash.digest('hex')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    build({ force: process.argv.includes('--force') })
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
