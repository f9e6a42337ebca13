import { readdirSync, readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import { expect, test } from 'vitest'
import { OURS } from '../names'

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return files(path)
    return /\.tsx?$/.test(path) && !/\.(test|spec)\.tsx?$/.test(path) ? [path] : []
  })
const read = (paths: string[]) =>
  paths.map((path) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '')).join('\n')
/** What runs: types may name anything. */
const running = (paths: string[]) =>
  paths
    .map(
      (path) =>
        transformSync(readFileSync(path), { loader: path.endsWith('x') ? 'tsx' : 'ts', jsx: 'automatic' })
          .code,
    )
    .join('\n')

/** Attributes and listeners of elements, which a browser knows by their names. */
const drawn = read(files('sdk/src').filter((path) => path.endsWith('x')))
const contract = read(files('api/contract'))
const sources = running(files('sdk/src'))
const faces = read(['sdk/src/core/options.ts', 'sdk/src/snippet.ts'])

test.each(OURS)('“%s” is spoken by our own parts alone', (name) => {
  const word = new RegExp(`\\b${name}\\b`)
  expect(sources).toMatch(word)
  expect(contract).not.toMatch(word)
  expect(faces).not.toMatch(word)
  expect(drawn).not.toMatch(new RegExp(`<[a-z][\\w-]*\\s(?:[^<>]|=>)*?\\b${name}=`))
  // A name in quotes, e.g. a key of what is kept or sent, would stay long.
  expect(sources).not.toMatch(new RegExp(`['"\`]${name}['"\`]`))
})
