import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { EventAnswer, EventBatch, WireEvent } from '#contract/event'
import { openDatabase } from '../../src/db/open'
import { makeEnvironment } from '../../src/environments/testing'
import { check, type Verdict } from './check'

const CLIENTS = 8
/** Counted from the first answered batch: most kills fall into full load. One in ten falls into the start. */
const LIFE_MS = 250

export interface KillResult extends Verdict {
  kills: number
  acknowledged: number
  /** Batches sent again because no answer had come, or though one had. */
  repeated: number
  seconds: number
}

/**
 * Kills the built server (SIGKILL) at random moments while eight tills deliver; each sends a batch again until it
 * is answered, and now and then once more. Afterwards nothing that was answered may be missing or counted twice.
 */
export async function killTest(kills: number): Promise<KillResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'trilha-kill-'))
  const port = await freePort()
  const started = Date.now()
  const db = await openDatabase({ dataDir })
  const { publicKey } = await makeEnvironment(db)
  await db.close()

  const url = `http://127.0.0.1:${port}/v1/${publicKey}/events`
  const acknowledged = new Set<string>()
  let repeated = 0
  let over = false
  const gate = openGate()
  let answeredOnce = () => {}

  async function till(number: number) {
    let seq = 0
    while (!over) {
      const events = Array.from({ length: 1 + Math.floor(Math.random() * 20) }, () => event(seq++))
      const body = JSON.stringify(batchOf(`till-number-${number}`, events))
      let answered: EventAnswer | undefined
      for (let again = false; !answered; again = true) {
        await gate.opened()
        if (over) return
        if (again) repeated++
        answered = await deliver(url, body)
        if (!answered) await pause(Math.random() * 20)
      }
      answeredOnce()
      for (const { id, status } of answered?.results ?? []) if (status === 'ok') acknowledged.add(id)
      if (answered && Math.random() < 0.1) {
        repeated++
        await deliver(url, body)
      }
    }
  }

  const tills = Array.from({ length: CLIENTS }, (_, number) => till(number))
  for (let i = 0; i < kills; i++) {
    const busy = new Promise<void>((resolve) => {
      answeredOnce = resolve
    })
    const server = await serve(port, dataDir)
    gate.open()
    if (Math.random() > 0.1) await busy
    await pause(Math.random() * LIFE_MS)
    await end(server)
    gate.close()
    if ((i + 1) % 100 === 0) console.log(`  ${i + 1} kills, ${acknowledged.size} events acknowledged`)
  }
  over = true
  gate.open()
  await Promise.all(tills)
  const verdict = check(join(dataDir, 'trilha.db'), acknowledged)
  rmSync(dataDir, { recursive: true })
  return {
    ...verdict,
    kills,
    acknowledged: acknowledged.size,
    repeated,
    seconds: (Date.now() - started) / 1000,
  }
}

/** Holds the tills back while no server is there, so that they do not keep the machine from starting one. */
function openGate() {
  let open = () => {}
  let opened = Promise.resolve()
  const close = () => {
    opened = new Promise((resolve) => {
      open = resolve
    })
  }
  close()
  return { opened: () => opened, open: () => open(), close }
}

const event = (seq: number): WireEvent => ({
  id: uuidv7(),
  name: 'item_adicionado',
  at: Date.now(),
  seq,
  actor: 0,
})
const batchOf = (device: string, events: WireEvent[]): EventBatch => ({
  device,
  sentAt: Date.now(),
  sdk: 'bench',
  actors: [{ user: device, account: 'loja' }],
  events,
})

async function deliver(url: string, body: string): Promise<EventAnswer | undefined> {
  try {
    const answer = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'text/plain' } })
    return answer.ok ? ((await answer.json()) as EventAnswer) : undefined
  } catch {
    return undefined
  }
}

/** Resolves when the server says that it listens. */
function serve(port: number, dataDir: string) {
  const server = spawn(process.execPath, ['dist/api/server.js'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, RATE_LIMIT: '0', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise<ChildProcess>((resolve, reject) => {
    server.stdout.once('data', () => resolve(server))
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)))
  })
}

const end = (server: ChildProcess) =>
  new Promise<void>((resolve) => {
    server.removeAllListeners('exit').once('exit', () => resolve())
    server.kill('SIGKILL')
  })

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
