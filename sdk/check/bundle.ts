import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** `page.ts` and the till's search as one text. */
export async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'trilhaCheck',
    target: 'es2017',
  })
  return outputFiles[0]!.text
}
