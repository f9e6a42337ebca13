#!/usr/bin/env node
// Runs a locator bench (a folder with run.mjs, perf.mjs and its data) on the locator that ships, beside the bench's baselines.
// npm run bench:locator -- --bench <folder> [--all] [--stride n]
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const option = (name) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}
const bench = option('bench') && resolve(option('bench'))
if (!bench || !existsSync(join(bench, 'run.mjs'))) {
  console.error(
    'Pass the folder of a locator bench (one with run.mjs and perf.mjs, its packages installed): npm run bench:locator -- --bench <folder>',
  )
  process.exit(2)
}

const here = fileURLToPath(new URL('.', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'trilha-locator-'))
const env = {
  ...process.env,
  CHROMIUM: process.env.CHROMIUM ?? process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
}
const node = (file, ...args) =>
  execFileSync(process.execPath, [join(bench, file), ...args], {
    cwd: bench,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  })

async function bundle(entry, outfile, format) {
  await build({ entryPoints: [entry], outfile, bundle: true, minify: true, format, target: 'es2017' })
  return gzipSync(readFileSync(outfile), { level: 9 }).length
}

try {
  const ours = join(work, 'trilha.js')
  await bundle(join(here, 'entry.ts'), ours, 'iife')
  const part = (name) => bundle(join(here, `../../src/targets/${name}.ts`), join(work, `${name}.js`), 'esm')
  console.log(
    `gzip bytes: locate and waitFor ${await part('index')}, locate alone ${await part('locate')}, describe (authors only, with all it uses) ${await part('describe')}\n`,
  )

  // The quick baselines by default; the selector libraries take hours on the mutation track.
  const baselines = process.argv.includes('--all')
    ? [
        'id-only.js',
        'xpath-absolute.js',
        'css-finder.mjs',
        'css-selector-generator.mjs',
        'robula.js',
        'text-tag.js',
        'selector-vote.js',
        'similo.js',
      ]
    : ['text-tag.js', 'similo.js']
  const locators = [...baselines.map((name) => join(bench, 'locators', name)).filter(existsSync), ours].join(
    ',',
  )
  const out = join(work, 'results.json')
  console.log(node('run.mjs', '--locators', locators, '--out', out, '--stride', option('stride') ?? '1'))

  const rows = JSON.parse(readFileSync(out, 'utf8')).filter((row) => row.locator === 'trilha')
  const percent = (part, whole) =>
    whole.length ? `${((100 * part.length) / whole.length).toFixed(1)} %` : '-'
  const absent = rows.filter((row) => row.variant === 'absent' && row.track === 'history')
  console.log(
    `history, really removed: ${percent(
      absent.filter((row) => row.got),
      absent,
    )} answered all the same (${absent.length})`,
  )
  console.log('\ncalibration: confidence, answers, right')
  for (const [from, to] of [
    [0, 0.6],
    [0.6, 0.7],
    [0.7, 0.8],
    [0.8, 0.9],
    [0.9, 1.01],
  ]) {
    const given = rows.filter((row) => row.got && row.conf >= from && row.conf < to)
    const right = given.filter((row) => row.present && row.outcome === 'correct')
    console.log(
      `${from.toFixed(1)} - ${Math.min(to, 1).toFixed(1)}   ${String(given.length).padStart(5)}   ${percent(right, given).padStart(7)}`,
    )
  }

  for (const nodes of ['5000', '20000'])
    console.log(`\n${node('perf.mjs', '--nodes', nodes, '--throttle', '6', '--locators', locators)}`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
