/** One list of several. Not `flatMap`, which is younger than the oldest browser we serve. */
export const flat = <T>(lists: T[][]): T[] => ([] as T[]).concat(...lists)
