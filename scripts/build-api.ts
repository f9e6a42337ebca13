import { cpSync } from 'node:fs'
import { build } from 'esbuild'

// `dist/api/server.js` runs with plain Node beside node_modules; the migrations stand where it looks for them.

await build({
  entryPoints: ['api/src/server.ts'],
  outfile: 'dist/api/server.js',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
})
cpSync('api/src/db/migrations', 'dist/api/migrations', { recursive: true })
