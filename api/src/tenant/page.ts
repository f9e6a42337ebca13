/** What a page of another origin may read of an answer, beside its body. */
export const EXPOSED = ['etag', 'retry-after', 'x-trilha-now']

/** Lets any page read an answer. */
export const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': EXPOSED.join(),
} as const

/**
 * An answer that any page may read. Its headers are a plain object from birth: the server then writes them as they
 * are, where each one set on the context first would cost a `Headers` or two.
 */
export const toPage = (
  body: string | Uint8Array<ArrayBuffer> | null,
  headers: Record<string, string>,
  status = 200,
) => new Response(body, { status, headers: { ...OPEN, ...headers } })
