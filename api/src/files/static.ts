import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from 'hono'

/** What the bundlers put there has a hash before its extension and never changes. */
const HASHED = /^(?:chunks|assets)\/.*[-.][\w-]{8,}\.\w+$/
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

const PLAIN = ['', ''] as const

interface Found {
  body: Buffer<ArrayBuffer>
  headers: Record<string, string>
}

/** No dot files, nothing above: no path leads out of the folder. */
const isName = (name: string) => name.split('/').every((part) => /^\w[\w.-]*$/.test(part))

/**
 * Finds files of a built folder. A file that was served once is served from memory while a build has it removed:
 * a till that asks in that second must not go without.
 */
export function staticFiles(folder: string, entryCacheControl: string) {
  const kept = new Map<string, Buffer<ArrayBuffer>>()
  const open = (path: string, isHashed: boolean) => {
    const known = kept.get(path)
    if (known && isHashed) return known
    const body = readFile(join(folder, path)) ?? known
    if (body) kept.set(path, body)
    return body
  }

  return (c: Context, name: string): Found | undefined => {
    if (!isName(name)) return undefined
    const accepted = c.req.header('accept-encoding') ?? ''
    const isHashed = HASHED.test(name)
    for (const [encoding, suffix] of [...ENCODINGS, PLAIN]) {
      if (encoding && !accepted.includes(encoding)) continue
      const body = open(name + suffix, isHashed)
      if (!body) continue
      return {
        body,
        headers: {
          'content-type': TYPES[name.split('.').at(-1)!] ?? 'application/octet-stream',
          'cache-control': isHashed ? `public, max-age=${YEAR_S}, immutable` : entryCacheControl,
          'x-content-type-options': 'nosniff',
          vary: 'accept-encoding',
          ...(encoding && { 'content-encoding': encoding }),
        },
      }
    }
    return undefined
  }
}

/** Undefined when there is none, or a folder of that name. */
function readFile(path: string) {
  try {
    return readFileSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined
    throw error
  }
}
