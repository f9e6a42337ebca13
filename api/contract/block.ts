import { z } from 'zod'
import { localised, ShortText } from './text'

// Content is data: a closed tree of blocks, drawn with createElement and text nodes only.
// A new kind of block is a new member of this union and a line in sdk/src/surfaces/frame/blocks.tsx.

/** A stretch of text in one style. */
export const Run = z.strictObject({
  text: z.string().max(600),
  strong: z.boolean().optional(),
  emphasis: z.boolean().optional(),
})
export type Run = z.infer<typeof Run>

/** An address of an image or a link: https, or http on the shop's own network. Opened only if the host allows it. */
export const Url = z.url({ protocol: /^https?$/ }).max(500)

export const TextBlock = z.strictObject({
  kind: z.literal('text'),
  runs: localised(z.array(Run).min(1).max(40)),
})
export const ListBlock = z.strictObject({
  kind: z.literal('list'),
  ordered: z.boolean().optional(),
  items: localised(z.array(z.array(Run).min(1).max(20)).min(1).max(12)),
})
export const ImageBlock = z.strictObject({
  kind: z.literal('image'),
  url: Url,
  alt: ShortText,
  width: z.number().int().positive().max(4000),
  height: z.number().int().positive().max(4000),
})

export const Block = z.discriminatedUnion('kind', [TextBlock, ListBlock, ImageBlock])
export type Block = z.infer<typeof Block>
