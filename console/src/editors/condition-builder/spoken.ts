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
}

/** A host's name as a person would say it: `nfce_autorizada` → NFC-e autorizada. */
export const spoken = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[_\s]+/)
    .filter(Boolean)
    .map((word) => written[word.toLowerCase()] ?? word)
    .join(' ')

/** The same, at the beginning of a line. */
export const Spoken = (name: string) => {
  const words = spoken(name)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
