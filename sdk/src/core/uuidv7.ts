let lastAt = 0
let counter = 0

/**
 * An id whose order is the order of making (RFC 9562). Twelve bits count within one millisecond.
 * Made without `crypto.randomUUID`, which plain-http pages lack, and without any crypto in the worst case.
 */
export function uuidv7(now = Date.now()): string {
  counter = now === lastAt ? (counter + 1) & 0xfff : 0
  lastAt = now
  const bytes = new Uint8Array(8).map(() => Math.random() * 256)
  try {
    crypto.getRandomValues(bytes)
  } catch {
    // Math.random is enough to keep two events of one device apart.
  }
  bytes[0] = (bytes[0]! & 0x3f) | 0x80
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0')
  const tail = Array.from(bytes, (byte) => hex(byte, 2)).join('')
  const all = hex(now, 12) + 7 + hex(counter, 3) + tail
  return all.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
