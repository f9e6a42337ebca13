const written: Record<string, string> = {
  nfce: 'NFC-e',
  cnpj: 'CNPJ',
  cpf: 'CPF',
  csc: 'CSC',
  csv: 'CSV',
  pix: 'Pix',
  qr: 'QR',
  tef: 'TEF',
  uf: 'UF',
  id: 'ID',
  nps: 'NPS',
  pos: 'POS',
  codigo: 'código',
  concluida: 'concluída',
  concluido: 'concluído',
  credito: 'crédito',
  debito: 'débito',
  diferenca: 'diferença',
  numero: 'número',
  preco: 'preço',
  relatorio: 'relatório',
  usuario: 'usuário',
}

/** Endings that have an accent whatever the word. */
const accented: Array<[RegExp, string]> = [
  [/(?<=.)cao$/, 'ção'],
  [/(?<=.)coes$/, 'ções'],
  [/(?<=.)ao$/, 'ão'],
  [/(?<=.)encia$/, 'ência'],
]
const withAccents = (word: string) => accented.reduce((now, [end, right]) => now.replace(end, right), word)

/** A host's name as a person would say it: `nfce_autorizada` → NFC-e autorizada. */
export const spoken = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[_\s]+/)
    .filter(Boolean)
    .map((word) => written[word.toLowerCase()] ?? withAccents(word))
    .join(' ')

/** The same, at the beginning of a line. */
export const Spoken = (name: string) => {
  const words = spoken(name)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
