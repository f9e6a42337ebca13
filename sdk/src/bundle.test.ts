import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { trilha } from '.'

test('no schema library reaches a till, not even in a part it loads later', async () => {
  const { metafile } = await build({
    entryPoints: ['sdk/src/index.ts'],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'dist/unused',
    write: false,
    metafile: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  const packages = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [])
  expect([...new Set(packages)].sort()).toEqual(['preact'])
})

test('a host that renders on its server can import the script, and every call is harmless there', () => {
  const { init, identify, track, on, why, debug } = trilha
  init('pk_test', { api: 'https://trilha.example' })
  identify('maria')
  track('login')
  on('login', () => {})()
  expect(why('primeira-venda')).toBeUndefined()
  expect(debug()).toMatchObject({ warnings: ['call init() first'] })
})
