import { parentPort, workerData } from 'node:worker_threads'
import { openForReading } from '../db/open'
import type { Settings } from '../env'
import { answer, type Returned, type Sent } from './questions'

// The thread beside: answers long questions by a connection of its own, while the first one serves tills.

const db = await openForReading(workerData as Pick<Settings, 'databaseUrl' | 'dataDir'>)
const port = parentPort!
port.on('message', async ({ id, name, question }: Sent) => {
  const returned: Returned = await answer(db, name, question).then(
    (answer) => ({ id, answer }),
    (error: unknown) => ({
      id,
      failure: error instanceof Error ? (error.stack ?? error.message) : 'unknown',
    }),
  )
  port.postMessage(returned)
})
