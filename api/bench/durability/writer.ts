import { openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Connection from 'better-sqlite3'
import { uuidv7 } from 'uuidv7'
import { openDatabase } from '../../src/db/open'
import { readSettings } from '../../src/env'
import { makeEnvironment } from '../../src/environments/testing'
import type { EventRow } from '../../src/events/row'
import { ingest } from '../../src/ingest/ingest'
import { createLog } from '../../src/log'
import { createServices } from '../../src/services'

// Runs under recorder.c: ingests batches through the real ingest and writes a mark for each id once it is acknowledged.

const [dataDir, synchronous, batches] = process.argv.slice(2) as [string, 'FULL' | 'NORMAL', string]

// The harness has to show that it would see a weaker setting: only here, only by patching the driver.
if (synchronous === 'NORMAL') {
  const pragma = Connection.prototype.pragma
  Connection.prototype.pragma = function (this: Connection.Database, source: string, options?: object) {
    return pragma.call(this, source.replace('synchronous = FULL', 'synchronous = NORMAL'), options)
  } as typeof pragma
}

const db = await openDatabase({ dataDir })
const services = createServices(db, readSettings({ DATA_DIR: dataDir }), { log: createLog('silent') })
const environment = await makeEnvironment(db)
const marks = openSync(join(dataDir, 'marks'), 'a')
writeSync(marks, 'ready\n')

function rowOf(id: string, device: string, seq: number): EventRow {
  const now = Date.now()
  return {
    id,
    day: Math.floor(now / 86_400_000),
    name: 'item_adicionado',
    at: now,
    capturedAt: now,
    receivedAt: now,
    user: device,
    account: 'loja',
    device,
    seq,
    release: null,
    properties: {},
    json: '{}',
  }
}

let left = Number(batches)
async function till(device: string) {
  while (left-- > 0) {
    const ids = Array.from({ length: 1 + Math.floor(Math.random() * 20) }, () => uuidv7())
    await ingest(
      services,
      environment,
      ids.map((id, seq) => rowOf(id, device, seq)),
    )
    writeSync(marks, `${ids.join('\n')}\n`)
  }
}
await Promise.all(Array.from({ length: 8 }, (_, number) => till(`till-number-${number}`)))
await db.close()
