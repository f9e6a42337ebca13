import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { firstSale } from '../../api/seed/content/first-sale'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const sources = readdirSync(here('../src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(here('../src'), name), 'utf8'))
  .join('\n')

const written = [
  ...sources.matchAll(/data-guia=(?:"([^"]+)"|\$\{`([^`]+)`\})|['"]([a-z][a-z0-9-]+)['"]/g),
].map(([, plain, made, quoted]) => {
  const parts = (plain ?? made ?? quoted ?? '').split(/\$\{[^}]*\}/)
  return new RegExp(`^${parts.map((part) => part.replace(/[^\w-]/g, '')).join('[\\w-]+')}$`)
})

/** Whether a screen writes this mark, as it stands or from a part that changes, such as a product's id. */
const isWritten = (mark: string) => written.some((pattern) => pattern.test(mark))

const marksIn = (text: string) => [...text.matchAll(/\[data-guia="([^"]+)"\]/g)].map(([, mark]) => mark!)

test('every mark that README promises to guides is on a screen', () => {
  const promised = readFileSync(here('../README.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n')
    .split('| Marks')[1]!
  const marks = [...promised.matchAll(/`([a-z0-9-]+)(…?)`/g)].map(
    ([, name, more]) => name! + (more ? 'x1' : ''),
  )
  expect(marks.length).toBeGreaterThan(100)
  expect(isWritten('no-such-mark')).toBe(false)
  expect(marks.filter((mark) => !isWritten(mark))).toEqual([])
})

test('every mark the first-sale guide points at is on a screen', () => {
  const marks = marksIn(JSON.stringify(firstSale).replaceAll('\\"', '"'))
  expect(marks.length).toBeGreaterThan(8)
  expect(marks.filter((mark) => !isWritten(mark))).toEqual([])
})
