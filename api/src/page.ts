import { z } from 'zod'
import type { Page } from '#contract/people'

const LIMIT = { usual: 50, most: 200 }

/** Where a page ends: the last row's moment and id, in lists that show the latest first. */
export type Cursor = readonly [at: number, id: string]

/** The query of a list: `?search=&cursor=&limit=`. A cursor that is none of ours is `invalid`. */
export const PageQuery = z.object({
  search: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(LIMIT.most).default(LIMIT.usual),
  cursor: z
    .string()
    .max(400)
    .transform((text, context): Cursor => {
      const parsed = CursorText.safeParse(text)
      if (parsed.success) return parsed.data
      context.addIssue({ code: 'custom', message: 'Take the cursor from "next" of the page before.' })
      return z.NEVER
    })
    .optional(),
})
export type PageQuery = z.infer<typeof PageQuery>

const CursorText = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'unreadable' })
      return z.NEVER
    }
  })
  .pipe(z.tuple([z.number(), z.string()]))

/** Makes a page of one row more than was asked for: that row says that there is another page. */
export function toPage<T>(rows: T[], limit: number, total: number, cursorOf: (row: T) => Cursor): Page<T> {
  const items = rows.slice(0, limit)
  if (rows.length <= limit) return { items, total }
  const next = Buffer.from(JSON.stringify(cursorOf(items.at(-1)!))).toString('base64url')
  return { items, next, total }
}
