let lastAt = 0
let counter = 0

/**
 * An id whose order is the order of making (RFC 9562). Twelve bits count within one millisecond.
 * Made without `crypto.randomUUID`, which plain-http pages lack, and without any crypto in the worst case.
 */
export function uuidv7(now = Date.now()): string {
  counter = now === lastAt ? (counter + 1) & 0xfff : 0
  lastAt = now
  const bits = new Uint32Array(2).map(() => Math.random() * 2 ** 32)
  try {
    crypto.getRandomValues(bits)
  } catch {
    // Math.random is enough to keep two events of one device apart.
  }
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0')
  // The first two bits of the tail name the kind of id, 10.
  const tail = hex((bits[0]! >>> 2) + 2 ** 31, 8) + hex(bits[1]!, 8)
  const all = hex(now, 12) + 7 + hex(counter, 3) + tail
  return all.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
