import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { check } from './check'

export interface PowerResult {
  cuts: number
  /** Cuts after which something acknowledged was missing. */
  cutsWithLoss: number
  lost: number
  miscounted: number
  broken: number
  acknowledged: number
}

interface Change {
  kind: 'w' | 't'
  offset: number
  data: Buffer
}
type Op = { file: string } & (Change | { kind: 's' } | { kind: 'd' } | { kind: 'm'; data: Buffer })

/**
 * Runs the real ingest with every change and flush of its files recorded, then cuts the power at random moments:
 * what was flushed before the cut survives, of the rest a random part does. Each image is opened as after a restart.
 * Needs a C compiler and Linux; throws with a sentence where there is none.
 */
export function powerTest(synchronous: 'FULL' | 'NORMAL', cuts: number, batches: number): PowerResult {
  const work = mkdtempSync(join(tmpdir(), 'trilha-power-'))
  try {
    const ops = record(work, synchronous, batches)
    return replay(work, ops, cuts)
  } finally {
    rmSync(work, { recursive: true })
  }
}

function record(work: string, synchronous: string, batches: number): Op[] {
  const library = join(work, 'recorder.so')
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, 'api/bench/durability/recorder.c', '-ldl'])
  } catch {
    throw new Error(
      'The power cut needs Linux and a C compiler named cc (Debian/Ubuntu: apt-get install gcc).',
    )
  }
  const dataDir = join(work, 'data')
  mkdirSync(dataDir)
  const log = join(work, 'log')
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'api/bench/durability/writer.ts', dataDir, synchronous, String(batches)],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, LD_PRELOAD: library, RECORD_DIR: dataDir, RECORD_LOG: log },
    },
  )
  if (status !== 0) throw new Error(`The recorded process ended with ${status}.`)
  return parse(readFileSync(log))
}

function parse(log: Buffer): Op[] {
  const ops: Op[] = []
  for (let at = 0; at < log.length; ) {
    const kind = String.fromCharCode(log[at]!) as Op['kind']
    const pathLength = log.readInt32LE(at + 1)
    const file = basename(log.toString('utf8', at + 5, at + 5 + pathLength))
    at += 5 + pathLength
    const offset = Number(log.readBigInt64LE(at))
    const length = Number(log.readBigInt64LE(at + 8))
    ops.push({ kind, file, offset, data: log.subarray(at + 16, at + 16 + length) } as Op)
    at += 16 + length
  }
  return ops
}

/** A file as the disk holds it, and the changes that no flush has yet carried there. */
interface Disk {
  image: Buffer | null
  pending: Change[]
}

function replay(work: string, ops: Op[], cuts: number): PowerResult {
  const ready = ops.findIndex((op) => op.kind === 'm')
  if (ready < 0) throw new Error('Nothing was recorded: the marks are missing.')
  const moments = Array.from(
    { length: cuts },
    () => ready + Math.floor(Math.random() * (ops.length - ready)),
  ).sort((a, b) => a - b)

  const disks = new Map<string, Disk>()
  const acknowledged: string[] = []
  const result: PowerResult = { cuts, cutsWithLoss: 0, lost: 0, miscounted: 0, broken: 0, acknowledged: 0 }
  let next = 0
  for (const [index, op] of ops.entries()) {
    for (; moments[next] === index; next++) {
      const verdict = cut(work, disks, acknowledged)
      if (verdict.lost) result.cutsWithLoss++
      // A database that cannot be read any more has lost all of them.
      result.lost += Math.min(verdict.lost, acknowledged.length)
      result.miscounted += verdict.miscounted
      if (verdict.integrity !== 'ok') result.broken++
    }
    if (op.kind === 'm') {
      acknowledged.push(
        ...op.data
          .toString()
          .split('\n')
          .filter((line) => line && line !== 'ready'),
      )
      continue
    }
    const disk = disks.get(op.file) ?? { image: null, pending: [] }
    disks.set(op.file, disk)
    // SQLite flushes the folder after a delete and waits for it.
    if (op.kind === 'd') disks.set(op.file, { image: null, pending: [] })
    else if (op.kind === 's') {
      for (const change of disk.pending) disk.image = apply(disk.image, change)
      disk.pending = []
    } else disk.pending.push(op)
  }
  result.acknowledged = acknowledged.length
  return result
}

function cut(work: string, disks: Map<string, Disk>, acknowledged: string[]) {
  const folder = join(work, 'after')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const survives = Math.random()
  for (const [file, { image, pending }] of disks) {
    // A copy with its own room: what is lost here is not lost on the disk.
    let left: Buffer | null = image && Buffer.from(new Uint8Array(image).buffer)
    for (const change of pending) if (Math.random() < survives) left = apply(left, change)
    if (left) writeFileSync(join(folder, file), left)
  }
  return check(join(folder, 'trilha.db'), acknowledged)
}

function apply(image: Buffer | null, { kind, offset, data }: Change): Buffer {
  if (kind === 't') return resized(image, offset)
  const into = resized(image, Math.max(image?.length ?? 0, offset + data.length))
  data.copy(into, offset)
  return into
}

/** The same bytes, more or fewer of them; with room behind, since a log grows by a page thousands of times. */
function resized(image: Buffer | null, length: number): Buffer {
  if (image && length <= image.length) return image.subarray(0, length)
  const room = image ? new Uint8Array(image.buffer, image.byteOffset) : new Uint8Array()
  if (room.length >= length) {
    const whole = Buffer.from(room.buffer, room.byteOffset, length)
    whole.fill(0, image!.length)
    return whole
  }
  const larger = Buffer.from(new ArrayBuffer(2 * length), 0, length)
  image?.copy(larger)
  return larger
}
