/** Small letters without accents, so that "acai" finds "Açaí". */
export const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim()

/** Whether every word of the query stands somewhere in the text. */
export const holds = (text: string, query: string) => {
  const ground = plain(text)
  return plain(query)
    .split(/\s+/)
    .every((word) => ground.includes(word))
}
