import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const script = async (entry: string, define: Record<string, string> = {}) => {
  const { outputFiles } = await bundle({
    entryPoints: [here(entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'chrome87',
    define,
  })
  return outputFiles[0]!.text
}

/** Puts the demo bar's world into the head, before the guide's script and everything else. */
const world = (): Plugin => ({
  name: 'world-in-the-head',
  transformIndexHtml: async (page) =>
    page.replace('<!-- world -->', `<script>${(await script('src/world/head.ts')).trim()}</script>`),
})

/** Writes the service worker, which knows the names of all files of this build. */
const worker = (): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  async generateBundle(_, files) {
    const assets = Object.keys(files).filter((name) => !name.endsWith('.map') && !/latin-ext/.test(name))
    const names = [
      '/',
      '/icon.svg',
      '/manifest.webmanifest',
      ...assets.filter((name) => name !== 'index.html').map((name) => `/${name}`),
    ]
    this.emitFile({
      type: 'asset',
      fileName: 'sw.js',
      source: await script('src/worker.ts', {
        FILES: JSON.stringify(names),
        BUILD: JSON.stringify(Date.now().toString(36)),
      }),
    })
  },
})

export default defineConfig({
  root: here('.'),
  plugins: [world(), worker()],
  build: {
    outDir: here('../dist/demo'),
    emptyOutDir: true,
    // Tills on Windows 7 stop at Chrome 109.
    target: 'chrome109',
    rollupOptions: { input: { index: here('index.html'), tef: here('tef.html') } },
  },
})
