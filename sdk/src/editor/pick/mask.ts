/** Marks by which a host keeps an area to itself. */
export const MASKED = '[data-trilha-mask],[data-trilha-private]'

const BAR = '█'

// Longest first: what a shorter rule would leave half covered.
const PRIVATE = [/[^\s@]+@[^\s@]+\.[^\s@]+/g, /(R\$|US\$|[$€£])\s?[-−]?[\d.,]+/g, /\d[\d.,:/\-−]*\d|\d/g]

/** A text with e-mail addresses, amounts and every digit (so CPF, telephone and card numbers too) made bars. */
export function mask(text: string): string {
  return PRIVATE.reduce(
    (masked, pattern) =>
      masked.replace(pattern, (found) => BAR.repeat(Math.min(6, Math.max(1, Math.round(found.length / 2))))),
    text,
  )
}

/** Whether nothing readable is left. */
export const isBlank = (masked: string) => !/[\p{L}]/u.test(masked)

/** A text without e-mail addresses, amounts and long numbers: fit to be the name of something. */
export function named(text: string): string {
  return text
    .replace(PRIVATE[0]!, '')
    .replace(PRIVATE[1]!, '')
    .replace(/\d{1,3}([.\s]?\d{3})+([.,-]\d+)?|\d+[,.:/]\d+|\d{4,}/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s·,:;|/–-]+|[\s·,:;|/–-]+$/g, '')
}
