// Runs in tills: numbers only.

/** Most a device may send at once; larger batches are answered with 413 and halved by the outbox. */
export const BATCH_LIMITS = { events: 500, bytes: 256 * 1024, propertyBytes: 4096 } as const
