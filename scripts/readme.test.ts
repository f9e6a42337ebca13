import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { quotedTable, sizeTable } from './readme-sizes'
import { sizes } from './size'

const readme = readFileSync('README.md', 'utf8')

test('the README quotes the bytes that were built; after a change run npm run size:readme', () => {
  expect(quotedTable(readme)).toBe(sizeTable(sizes()))
})

test('every file and command that the README names exists', () => {
  const scripts = JSON.parse(readFileSync('package.json', 'utf8')).scripts
  for (const [, name] of readme.matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toHaveProperty(name!)
  for (const [, path] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
    expect([path, existsSync(path!)]).toEqual([path, true])
})
