import { z } from 'zod'
import { SNAPSHOT_LIMITS } from './limits'

const px = z.number().int().min(-4000).max(8000)
const size = z.number().int().min(0).max(8000)
const colour = z.string().regex(/^#[0-9a-f]{6}([0-9a-f]{2})?$/)
/** A place in `colours`; -1: none. */
const ink = z
  .number()
  .int()
  .min(-1)
  .max(SNAPSHOT_LIMITS.colours - 1)

/** Left, top, width, height, background, border, corner radius. */
const Box = z.tuple([px, px, size, size, ink, ink, z.number().int().min(0).max(999)])

/** Left, top, width, height, size and weight of its letters, colour, and the words; without words it is a bar. */
const Words = z.tuple([
  px,
  px,
  size,
  size,
  z.number().int().min(4).max(120),
  z.number().int().min(100).max(1000),
  ink,
  z.string().max(SNAPSHOT_LIMITS.letters),
])

/**
 * A region of a host's page as shapes and words, in CSS pixels of that page: no picture, and nothing of what people
 * typed, no digit, amount or address. Kept with a draft's step for its author; never sent to a till.
 */
export const Snapshot = z
  .strictObject({
    width: size.min(1),
    height: size.min(1),
    colours: z.array(colour).min(1).max(SNAPSHOT_LIMITS.colours),
    /** The page's own colour. */
    ground: ink,
    boxes: z.array(Box).max(SNAPSHOT_LIMITS.boxes),
    texts: z.array(Words).max(SNAPSHOT_LIMITS.texts),
    /** The element pointed at: left, top, width, height, corner radius. */
    target: z.tuple([px, px, size, size, z.number().int().min(0).max(999)]).optional(),
    /** How surely it was found again when it was pointed at. */
    level: z.enum(['very_sure', 'sure', 'weak', 'none']).optional(),
  })
  .refine((value) => JSON.stringify(value).length <= SNAPSHOT_LIMITS.bytes, 'the snapshot is too large')
  .refine(
    ({ texts }) => texts.every(([, , , , , , , words]) => !/\d|@/.test(words)),
    'the snapshot is not masked',
  )
export type Snapshot = z.infer<typeof Snapshot>
