import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { problem } from '../problem'
import { staticFiles } from './static'

/** GET /*: the built console. Every address without a file is a page of it. */
export function consoleFiles(folder: string) {
  const find = staticFiles(folder, 'no-cache')
  return new Hono().get('/*', (c) => {
    const name = c.req.path.slice(1)
    // A missing chunk must not become the page: the browser would run HTML as a script.
    const file =
      find(c, name) ?? (name.startsWith('api/') || /\.\w+$/.test(name) ? undefined : find(c, 'index.html'))
    if (!file) throw problem('not_found')
    const isPage = file.headers['content-type']!.startsWith('text/html')
    return c.body(file.body, 200, {
      ...file.headers,
      ...(isPage && { ...PAGE_HEADERS, 'content-security-policy': policyFor(file) }),
    })
  })
}

const PAGE_HEADERS = {
  'referrer-policy': 'same-origin',
  'x-frame-options': 'SAMEORIGIN',
  'cross-origin-opener-policy': 'same-origin',
}

const policies = new WeakMap<object, string>()

/** Only our own scripts, and those that stand in the page itself. Contents may show pictures from elsewhere. */
function policyFor(file: { body: Buffer; headers: Record<string, string> }): string {
  const known = policies.get(file)
  if (known) return known
  const html = file.headers['content-encoding'] ? '' : file.body.toString('utf8')
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`,
  )
  const policy = [
    "default-src 'self'",
    ["script-src 'self'", ...inline].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https: http:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
  policies.set(file, policy)
  return policy
}
