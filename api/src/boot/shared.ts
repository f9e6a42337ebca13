import { constants, crc32, deflateRawSync } from 'node:zlib'

/** The greater part of an answer, the same for many: written and compressed once, however many it is sent to. */
export interface Shared {
  /** A JSON object, open at its end. */
  plain: Buffer
  crc: number
  /** Made for the first who takes it compressed. */
  deflated?: Buffer
}

export function share(part: object): Shared {
  const plain = Buffer.from(JSON.stringify(part).slice(0, -1))
  return { plain, crc: crc32(plain) }
}

/** The whole answer: the shared part, and `rest`, which are fields of this very answer: `,"now":1}`. */
export function whole({ plain }: Shared, rest: string): Buffer<ArrayBuffer> {
  const answer = Buffer.allocUnsafe(plain.length + Buffer.byteLength(rest))
  plain.copy(answer)
  answer.write(rest, plain.length)
  return answer
}

// RFC 1952: no name, no time, any system.
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
// RFC 1951: the last block, its bytes as they are; then twice its length, once inverted.
const [LAST_BLOCK_BYTES, CHECKS_BYTES] = [5, 8]

/**
 * The same as a gzip file: the shared part as it was compressed once, closed by the rest in a block that is not. Its
 * checksum goes on from the shared part's.
 */
export function wholeGzipped(shared: Shared, rest: string): Buffer<ArrayBuffer> {
  shared.deflated ??= deflateRawSync(shared.plain, { level: 9, finishFlush: constants.Z_SYNC_FLUSH })
  const { plain, crc, deflated } = shared
  const last = Buffer.from(rest)
  const file = Buffer.allocUnsafe(
    HEADER.length + deflated.length + LAST_BLOCK_BYTES + last.length + CHECKS_BYTES,
  )
  let at = HEADER.copy(file)
  at += deflated.copy(file, at)
  at = file.writeUInt8(1, at)
  at = file.writeUInt16LE(last.length, at)
  at = file.writeUInt16LE(~last.length & 0xffff, at)
  at += last.copy(file, at)
  at = file.writeUInt32LE(crc32(last, crc), at)
  file.writeUInt32LE(plain.length + last.length, at)
  return file
}
