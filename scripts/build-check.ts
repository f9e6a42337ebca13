import { copyFileSync } from 'node:fs'
import { build } from 'esbuild'
import { bundlePage } from '../sdk/check/bundle'

// `dist/check/check.js`: what a host's own tests import as `trilha/check`, with the till's search inside.

await build({
  entryPoints: ['sdk/check/check.ts'],
  outfile: 'dist/check/check.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  define: { __PAGE_SCRIPT__: JSON.stringify(await bundlePage()) },
  logLevel: 'warning',
})
copyFileSync('sdk/check/index.d.ts', 'dist/check/check.d.ts')
