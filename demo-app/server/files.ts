import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { withSnippet } from './page.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}
const PACKED = new Set(['.html', '.js', '.css', '.svg', '.webmanifest'])

export interface File {
  body: Buffer
  gzip?: Buffer
  type: string
  /** Names with a hash never change; everything else is asked for again. */
  cache: string
}

/** Reads the built till into memory, once: it is small, and the page gets its snippet here. */
export function readFiles(folder: string, snippet: string): Map<string, File> {
  const files = new Map<string, File>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = `/${relative(folder, path).replaceAll('\\', '/')}`
    const raw = readFileSync(path)
    const body = name === '/index.html' ? Buffer.from(withSnippet(raw.toString('utf8'), snippet)) : raw
    const kind = extname(name)
    files.set(name, {
      body,
      ...(PACKED.has(kind) && { gzip: gzipSync(body) }),
      type: TYPES[kind] ?? 'application/octet-stream',
      cache: name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  }
  return files
}
