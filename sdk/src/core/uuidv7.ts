let lastAt = 0
let counter = 0

/**
 * An id whose order is the order of making (RFC 9562). Twelve bits count within one millisecond.
 * Made without `crypto.randomUUID`, which plain-http pages lack, and without any crypto in the worst case.
 */
export function uuidv7(now = Date.now()): string {
  counter = now === lastAt ? (counter + 1) & 0xfff : 0
  lastAt = now
  const random = Array.from({ length: 8 }, () => Math.floor(Math.random() * 256))
  try {
    crypto.getRandomValues(new Uint8Array(8)).forEach((byte, i) => {
      random[i] = byte
    })
  } catch {
    // Math.random is enough to keep two events of one device apart.
  }
  random[0] = (random[0]! & 0x3f) | 0x80
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0')
  const time = hex(Math.max(0, now), 12)
  const tail = random.map((byte) => hex(byte, 2)).join('')
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${hex(counter, 3)}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
