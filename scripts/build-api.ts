import { cpSync } from 'node:fs'
import { build } from 'esbuild'

// `dist/api/server.js` runs with plain Node beside node_modules; the migrations stand where it looks for them. What is
// measured against others is built in the same way: `tsx scripts/build-api.ts dist/bench/api api/bench/trilha.ts`.

const [outdir = 'dist/api', ...entryPoints] = process.argv.slice(2)

await build({
  entryPoints: entryPoints.length
    ? entryPoints
    : { server: 'api/src/main.ts', thread: 'api/src/aside/thread.ts' },
  outdir,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
})
cpSync('api/src/db/migrations', `${outdir}/migrations`, { recursive: true })
