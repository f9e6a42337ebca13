let end: Promise<void> | undefined

/**
 * Resolves once this turn of the event loop has taken in all that had come. What waits for it goes on in one go: the
 * reads of many tills fall into one look at the database, and their answers leave one right after the other.
 */
export function turnsEnd(): Promise<void> {
  end ??= new Promise((resolve) =>
    setImmediate(() => {
      end = undefined
      resolve()
    }),
  )
  return end
}
