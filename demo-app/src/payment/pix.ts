/**
 * Text of a Pix QR code (BR Code, EMV merchant-presented), as the Central Bank's manual lays it out.
 * Names are cut to the lengths of the standard and lose their accents, which some banks refuse.
 */
export function brCode({
  key,
  name,
  city,
  cents,
  txid,
}: {
  key: string
  name: string
  city: string
  cents: number
  txid: string
}): string {
  const account = field('00', 'br.gov.bcb.pix') + field('01', key)
  const body =
    field('00', '01') +
    field('26', account) +
    field('52', '0000') +
    field('53', '986') +
    field('54', (cents / 100).toFixed(2)) +
    field('58', 'BR') +
    field('59', plain(name).slice(0, 25)) +
    field('60', plain(city).slice(0, 15)) +
    field('62', field('05', txid.replace(/[^A-Za-z0-9]/g, '').slice(0, 25))) +
    '6304'
  return body + crc16(body)
}

const field = (id: string, value: string) => id + String(value.length).padStart(2, '0') + value

const plain = (text: string) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')

/** CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF, four upper-case hexadecimal digits. */
export function crc16(text: string): string {
  let crc = 0xffff
  for (let at = 0; at < text.length; at++) {
    crc ^= text.charCodeAt(at) << 8
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1
    crc &= 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}
