import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from 'hono'

/** What the bundlers put there has a hash before its extension and never changes. */
const HASHED = /^(?:chunks|assets)\/.*[-.][\w-]{8,}\.\w+$/
const LIST_EVERY_MS = 1000
const YEAR_S = 365 * 24 * 60 * 60

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  mjs: 'text/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
  woff2: 'font/woff2',
}

const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

interface Found {
  body: Buffer<ArrayBuffer>
  headers: Record<string, string>
}

/**
 * Finds files of a built folder. Only names that stand in its listing are ever opened, so no path leads out of it.
 * A name that is missing has it listed anew, now and then: a build may have come since.
 */
export function staticFiles(folder: string, entryCacheControl: string) {
  let files = new Set<string>()
  let listedAt = -Infinity
  const has = (name: string) => {
    if (!files.has(name) && performance.now() - listedAt > LIST_EVERY_MS) {
      files = listFiles(folder)
      listedAt = performance.now()
    }
    return files.has(name)
  }
  const kept = new Map<string, Found>()

  return (c: Context, name: string): Found | undefined => {
    if (!has(name)) return undefined
    const accepted = c.req.header('accept-encoding') ?? ''
    const [encoding, suffix] = ENCODINGS.find(
      ([word, end]) => accepted.includes(word) && files.has(name + end),
    ) ?? [undefined, '']
    const path = name + suffix
    const isHashed = HASHED.test(name)
    const found = (isHashed && kept.get(path)) || {
      body: readFileSync(join(folder, path)),
      headers: {
        'content-type': TYPES[name.split('.').at(-1)!] ?? 'application/octet-stream',
        'cache-control': isHashed ? `public, max-age=${YEAR_S}, immutable` : entryCacheControl,
        'x-content-type-options': 'nosniff',
        vary: 'accept-encoding',
        ...(encoding && { 'content-encoding': encoding }),
      },
    }
    if (isHashed) kept.set(path, found)
    return found
  }
}

function listFiles(folder: string): Set<string> {
  if (!statSync(folder, { throwIfNoEntry: false })) return new Set()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length)),
  )
}
