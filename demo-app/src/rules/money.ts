/** All money is integer cents; only these functions turn it into words. */

const reais = new Intl.NumberFormat('pt-BR', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const grams = new Intl.NumberFormat('pt-BR', { minimumFractionDigits: 3, maximumFractionDigits: 3 })

/** `1234.5` reais as `R$ 1.234,50`. The currency is Brazilian in every language of the screen. */
export const money = (cents: number) => `${cents < 0 ? '− ' : ''}R$ ${reais.format(Math.abs(cents) / 100)}`

/** The same without the sign of the currency, for columns. */
export const amount = (cents: number) => reais.format(cents / 100)

/** Reads what was typed into a money field: the last two digits are cents. At most nine digits. */
export const centsFromDigits = (text: string) => Number(text.replace(/\D/g, '').slice(-9))

/** Reads `12,90`, `1.234,56`, `12.90` and `R$ 7`; `null` when it is no price. */
export function centsFromText(text: string): number | null {
  const clean = text.replace(/R\$|\s/g, '')
  if (!/^\d{1,3}(\.\d{3})*(,\d{1,2})?$|^\d+([.,]\d{1,2})?$/.test(clean)) return null
  const decimal = clean.includes(',') ? clean.replaceAll('.', '').replace(',', '.') : thousands(clean)
  return Math.round(Number(decimal) * 100)
}

// "1.500" is fifteen hundred in Brazil, "1.50" is one and a half.
const thousands = (text: string) => (/^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text)

/** `845` grams as `0,845 kg`; pieces as they are. */
export const quantityText = (quantity: number, unit: 'un' | 'kg') =>
  unit === 'kg' ? `${grams.format(quantity / 1000)} kg` : String(quantity)

/** "Antipulgas 10–20 kg" may break between any two words, but neither inside a range nor between a number and its unit. */
export const unbroken = (name: string) =>
  name.replace(/(\d) (?=(?:kg|g|ml|l|un)$)/i, '$1\u00a0').replace(/(\d)–(?=\d)/g, '$1\u2060–\u2060')

/** Stock reads shorter than a label of the scale: `6,2 kg`. */
export const stockText = (quantity: number, unit: 'un' | 'kg') =>
  unit === 'kg'
    ? `${(quantity / 1000).toLocaleString('pt-BR', { maximumFractionDigits: 1 })} kg`
    : String(quantity)
