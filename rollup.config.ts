import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import resolve from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import { transform } from 'esbuild'
import { minify as minifyWithOxc } from 'rolldown/experimental'
import type { OutputChunk, Plugin, RollupOptions } from 'rollup'
import esbuild from 'rollup-plugin-esbuild'
import { OURS } from './sdk/names'

// The script in parts for browsers of 2021 and later; the same in one file for older ones: as a module down to
// Chrome 64, and as plain ES2017 for what knows no modules. The snippet chooses.
const MODERN = 'es2021'
const OLD = 'chrome64'
const LEGACY = 'es2017'
/** Authors write with a browser of these years. */
const AUTHORS = 'chrome109'
/** Another folder than the one that is served, for measuring. */
const OUT = process.env.TRILHA_DIST ?? 'dist'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

/** A dependency reads it, and browsers know it from Chrome 71 on only. */
const define = { globalThis: 'self' }

/** The parts and the overlay speak to each other; who comes in one file has no need of short names. */
const shortNames = {
  mangleProps: new RegExp(`^(${OURS.join('|')})$`),
  mangleCache: Object.fromEntries(OURS.map((name, place) => [name, `_${(place + 10).toString(36)}`])),
}

/** Lowers the syntax of a finished chunk, so that helpers appear once per file and not once per module. */
const lower = (target: string): Plugin => ({
  name: 'lower',
  renderChunk: async (code) => {
    const names = target === MODERN || target === AUTHORS ? shortNames : {}
    return (await transform(code, { target, define, ...names, format: 'esm', charset: 'utf8' })).code
  },
})

/** A compressed twin beside each file, so that the server compresses nothing. */
const compress: Plugin = {
  name: 'compress',
  generateBundle(_, bundle) {
    for (const [fileName, file] of Object.entries(bundle)) {
      const source = Buffer.from(file.type === 'chunk' ? file.code : file.source)
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
      this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(source, { level: 9 }) })
      this.emitFile({
        type: 'asset',
        fileName: `${fileName}.br`,
        source: brotliCompressSync(source, { params }),
      })
    }
  },
}

/** What each file needs at once, what it may load later, and the modules it holds: read by `npm run size`. */
const manifest: Plugin = {
  name: 'manifest',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file): file is OutputChunk => file.type === 'chunk')
    const rows = chunks.map(({ fileName, name, imports, dynamicImports, moduleIds }) => ({
      file: fileName,
      name: name === 'index' ? /([^/]+)\/index\.tsx?$/.exec(moduleIds.at(-1) ?? '')?.[1] : name,
      imports,
      dynamicImports,
      modules: moduleIds.map((id) => id.replace(`${process.cwd()}/`, '')),
    }))
    this.emitFile({ type: 'asset', fileName: 'manifest.json', source: JSON.stringify(rows, null, 1) })
  },
}

/**
 * The lines a developer pastes: calls wait in a queue, and no script makes another (Trusted Types may forbid it).
 * Who knows `aspect-ratio` (Chrome 88, Safari 15, Firefox 89) knows the syntax of our parts, and no page feigns that.
 */
const snippet: Plugin = {
  name: 'snippet',
  generateBundle(_, bundle) {
    const { code } = bundle['snippet.js'] as OutputChunk
    delete bundle['snippet.js']
    const html = `<script>${code.trim().replace(/;$/, '')}</script>
<script type="module" async>import("__TRILHA_ORIGIN__/sdk/trilha"+(CSS.supports("aspect-ratio","1")?"":".old")+".js").catch(()=>{})</script>
<script nomodule src="__TRILHA_ORIGIN__/sdk/trilha.legacy.js" defer></script>
`
    this.emitFile({ type: 'asset', fileName: 'snippet.html', source: html })
  },
}

const at = (path: string) => join(process.cwd(), path)

/**
 * What the till loads in place of what the sources name: the part of Preact that surfaces use, and stand-ins for
 * two parts that few pages ask (what answers rules, the search by fingerprint), which load on first need, and
 * for the counts of events, which only the server knows.
 */
const STAND_INS: Array<{ source: string; importer?: string; instead: string }> = [
  { source: 'preact', instead: 'sdk/src/surfaces/frame/preact.ts' },
  { source: 'preact/jsx-runtime', instead: 'sdk/src/surfaces/frame/preact.ts' },
  { source: './resolve', importer: 'api/contract/decide.ts', instead: 'sdk/src/core/rules.ts' },
  { source: '#contract/resolve', importer: 'sdk/src/triggers/index.ts', instead: 'sdk/src/core/rules.ts' },
  {
    source: '#contract/resolve',
    importer: 'sdk/src/surfaces/tour/passage.ts',
    instead: 'sdk/src/core/rules.ts',
  },
  {
    source: '#contract/resolve',
    importer: 'sdk/src/surfaces/checklist/standing.ts',
    instead: 'sdk/src/core/rules.ts',
  },
  { source: './counted', importer: 'api/contract/resolve.ts', instead: 'sdk/src/core/counted.ts' },
  { source: './locate', importer: 'sdk/src/targets/find.ts', instead: 'sdk/src/stage/late-search.ts' },
  { source: './signals', importer: 'sdk/src/targets/watch.ts', instead: 'sdk/src/stage/late-search.ts' },
]

const standIns: Plugin = {
  name: 'stand-ins',
  resolveId(source, from) {
    const found = STAND_INS.find(
      ({ source: name, importer }) => name === source && (!importer || from === at(importer)),
    )
    return found && at(found.instead)
  },
}

/** Styles are texts in the sources, written for readers; tills get them without blanks and longhands. */
const styles = (target: string): Plugin => ({
  name: 'styles',
  async transform(code, id) {
    if (!id.endsWith('style.ts')) return
    const texts = [...code.matchAll(/`([^`$]*)`/g)]
    let short = code
    for (const [whole, css] of texts) {
      const { code: minified } = await transform(css!, { loader: 'css', minify: true, target })
      short = short.replace(whole, () => `\`${minified.trim()}\``)
    }
    return { code: short, map: null }
  },
})

const common = (target: string): Plugin[] => [
  // Authors get Preact itself, and everything at hand.
  ...(target === AUTHORS ? [] : [standIns]),
  styles(target),
  resolve({ browser: true, extensions: ['.mjs', '.js', '.ts', '.tsx'] }),
  esbuild({
    target: 'esnext',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: {
      __TRILHA_VERSION__: JSON.stringify(version),
      __TRILHA_MODERN__: String(target !== LEGACY && target !== OLD),
    },
    tsconfig: false,
  }),
  lower(target),
]

const minify = (options: Parameters<typeof terser>[0]) => terser({ format: { comments: false }, ...options })
/** `unsafe` means hosts that bend `String` or `Boolean`; what it folds, e.g. `String(x)`, works there as well. */
const small = {
  passes: 6,
  inline: 1,
  pure_getters: true,
  unsafe: true,
  unsafe_arrows: true,
  keep_fargs: false,
}

/** Two minifiers after each other find what one alone does not: about one byte in a hundred. */
const smallest = (): Plugin[] => {
  const once = () => minify({ module: true, compress: { ...small, module: true, ecma: 2020 } })
  const oxc: Plugin = {
    name: 'oxc',
    renderChunk: async (code, { fileName }) =>
      (
        await minifyWithOxc(fileName, code, {
          module: true,
          compress: { target: MODERN },
          mangle: { toplevel: true },
        })
      ).code,
  }
  return [once(), oxc, once()]
}

const file = (
  input: string,
  out: string,
  target: string,
  after: Plugin[] = [],
  format: 'iife' | 'es' = 'iife',
): RollupOptions => ({
  treeshake,
  input,
  output: { file: out, format, inlineDynamicImports: true, strict: false },
  plugins: [...common(target), minify({ compress: small, module: format === 'es' }), ...after],
})

/** What a first card needs comes in one file, and what keeps it right in another: one dictionary for the compressor. */
const CHUNKS: Array<[name: string, modules: RegExp]> = [
  [
    'upkeep',
    /sdk\/src\/(stage\/(upkeep|facts|forget|idle|late-search|ways|watch-pulse)|surfaces\/(frame\/(bring|follow|guard|guide|keep[^/]*|size|pill|rest|spare|drawings)|tour\/(folded|passage|play|session))|locales\/pt-BR\/pill|targets\/(page|find|text|visible|watch))[^/]*$|contract\/default-theme/,
  ],
  [
    'stage',
    /sdk\/src\/(stage\/(?!search)|surfaces\/tour\/[^/]+$|surfaces\/frame\/(?!guide|room|phone)|locales\/(say|pt-BR\/card))|contract\/(localise|progress)\.ts/,
  ],
]

/** Of what loads on demand only the first card's part is in a bench; a tour of marked elements asks no other. */
const unasked: Plugin = {
  name: 'unasked',
  resolveDynamicImport: (name) =>
    name === '../stage/upkeep' ? null : { id: `https://unasked.invalid/${name}`, external: true },
}

/** What ships, as one module that a bench can drive. */
const bench = (input: string, out: string, after: Plugin[] = []): RollupOptions => ({
  treeshake,
  input,
  output: { file: out, format: 'es', inlineDynamicImports: true },
  plugins: [unasked, ...common(MODERN), ...smallest(), ...after],
})

/** The same as a text beside it: a bench that loads it late needs no server. */
const asText: Plugin = {
  name: 'as-text',
  generateBundle(_, bundle) {
    for (const { fileName, code } of Object.values(bundle) as OutputChunk[])
      this.emitFile({
        type: 'asset',
        fileName: fileName.replace('.js', '.text.js'),
        source: `export default ${JSON.stringify(code)}`,
      })
  },
}

const treeshake: RollupOptions['treeshake'] = {
  propertyReadSideEffects: false,
  unknownGlobalSideEffects: false,
}

/** Hashed names change, so yesterday's would pile up; removed last, because pages may be using the folder. */
const tidy: Plugin = {
  name: 'tidy',
  writeBundle({ dir }, bundle) {
    for (const name of readdirSync(`${dir}/chunks`))
      if (!(`chunks/${name}` in bundle)) rmSync(`${dir}/chunks/${name}`)
  },
}

export default [
  {
    treeshake,
    input: { trilha: 'sdk/src/index.ts' },
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: `${OUT}/sdk`,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash:6].js',
      hoistTransitiveImports: false,
      freeze: false,
      onlyExplicitManualChunks: true,
      manualChunks: (id) => CHUNKS.find(([, modules]) => modules.test(id))?.[0],
    },
    plugins: [...common(MODERN), ...smallest(), manifest, compress, tidy],
  },
  file('sdk/src/index.ts', `${OUT}/sdk/trilha.legacy.js`, LEGACY, [compress]),
  file('sdk/src/index.ts', `${OUT}/sdk/trilha.old.js`, OLD, [compress], 'es'),
  file('sdk/src/snippet.ts', `${OUT}/sdk/snippet.js`, LEGACY, [snippet]),
  file('sdk/bench/locator/entry.ts', `${OUT}/bench/locator.js`, MODERN),
  {
    // A build of its own: whatever it uses, no part of what tills load is cut differently for it.
    treeshake,
    input: { editor: 'sdk/src/editor/index.ts' },
    output: { dir: `${OUT}/sdk`, format: 'es', entryFileNames: '[name].js', inlineDynamicImports: true },
    plugins: [...common(AUTHORS), minify({ module: true }), compress],
  },
  bench('sdk/bench/tour.ts', `${OUT}/bench/tour.js`, [asText]),
  bench('sdk/bench/decide.ts', `${OUT}/bench/decide.js`),
] satisfies RollupOptions[]
