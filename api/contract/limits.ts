// Runs in tills, in the authors' overlay and in the console: numbers only.

/** Most a device may send at once; larger batches are answered with 413 and halved by the outbox. */
export const BATCH_LIMITS = { events: 500, bytes: 256 * 1024, propertyBytes: 4096 } as const

/** What a snapshot may weigh: a step's picture must not make a draft slow to save. */
export const SNAPSHOT_LIMITS = { bytes: 6_000, boxes: 120, texts: 80, colours: 24, letters: 48 } as const

/** A milestone's deadline in days, its weight, and the hours of a race. */
export const MILESTONE_LIMITS = { deadlineDays: 365, weight: 1000, hours: 24 * 365 } as const
