import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { api } from './api.ts'
import { type File, readFiles } from './files.ts'
import { openOperators } from './operators.ts'

const BUILT = fileURLToPath(new URL('../../dist/demo', import.meta.url))

export interface DemoOptions {
  /** 0 takes any free port. */
  port: number
  /** Operators created on a till are kept here. */
  dataDir: string
  /** Where the guide's script and API live; the page may talk to it. */
  trilhaOrigin: string
  publicKey: string
  /** Signs identity tokens, HS256. */
  identitySecret: string
  /** Goes into the page's head; `{{origin}}` and `{{key}}` in it are filled in. */
  snippet: string
  host?: string
  /** Folder of the build. */
  built?: string
}

/**
 * Serves the till and its own back end on loopback. Rejects with one clear sentence when the port is taken
 * or the till has not been built; `stop` ends it and drops open connections.
 */
export async function startDemo({
  port,
  dataDir,
  trilhaOrigin,
  publicKey,
  identitySecret,
  snippet,
  host = '127.0.0.1',
  built = BUILT,
}: DemoOptions): Promise<{ url: string; stop: () => Promise<void> }> {
  if (!existsSync(`${built}/index.html`))
    throw new Error('The demo till is not built yet: run "npx vite build --config demo-app/vite.config.ts".')
  const filled = snippet.replaceAll('{{origin}}', trilhaOrigin).replaceAll('{{key}}', publicKey)
  const files = readFiles(built, filled)
  const app = new Hono().route('/api', api(openOperators(dataDir), identitySecret))
  app.get('*', (c) => {
    const file = files.get(c.req.path === '/' ? '/index.html' : c.req.path)
    // An address of the till itself, such as /venda: the page finds its screen. A missing file stays missing.
    const answer =
      file ??
      (c.req.path.slice(1).includes('.') || c.req.path.startsWith('/api/')
        ? undefined
        : files.get('/index.html'))
    return answer ? send(answer, c.req.header('accept-encoding')) : c.notFound()
  })

  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken: another program listens there. Choose another with DEMO_PORT.`)
          : error,
      ),
    )
    server.listen(port, host, resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${taken}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function send({ body, gzip, type, cache }: File, accepts = ''): Response {
  const packed = gzip && accepts.includes('gzip')
  return new Response(new Uint8Array(packed ? gzip : body), {
    headers: {
      'content-type': type,
      'cache-control': cache,
      'x-content-type-options': 'nosniff',
      ...(gzip && { vary: 'accept-encoding' }),
      ...(packed && { 'content-encoding': 'gzip' }),
    },
  })
}
