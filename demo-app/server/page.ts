const MARK = '<!-- trilha -->'

/**
 * Puts the guide's snippet where the page says so.
 * A function as replacement, because `$&` in a script must stay what it is.
 */
export function withSnippet(page: string, snippet: string): string {
  if (!page.includes(MARK)) throw new Error(`The page has no place for the snippet: ${MARK} is missing.`)
  return page.replace(MARK, () => snippet)
}
