import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Db } from '../db/database'
import type { Settings } from '../env'
import { problem } from '../problem'
import { retryAfter } from '../tenant/limit'
import { type Answer, answer, type Name, type Question, type Returned, type Sent } from './questions'

/** Asks what may take long without keeping tills waiting. */
export interface Aside {
  ask<N extends Name>(name: N, question: Question<N>): Promise<Answer<N>>
  close(): Promise<void>
}

/** People press again when nothing comes. */
const WAITING_MAX = 32
const RETRY_S = 5

/** A thread with a connection of its own where it has been built; else this one. */
export function openAside(db: Db, settings: Settings): Aside {
  const file = resolve(settings.distDir, 'api', 'thread.js')
  return existsSync(file) ? inThread(file, settings) : inPlace(db)
}

/** In this thread and through this connection: for tests, which look into both. */
export const inPlace = (db: Db): Aside => ({
  ask: <N extends Name>(name: N, question: Question<N>) => answer(db, name, question) as Promise<Answer<N>>,
  close: async () => {},
})

interface Waiting {
  answer(answer: unknown): void
  reject(error: Error): void
}

/** Started with the first question, and anew with the next one should it have ended. */
export function inThread(file: string, { databaseUrl, dataDir }: Settings): Aside {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let last = 0

  function start(): Worker {
    const started = new Worker(file, { workerData: { databaseUrl, dataDir } })
    started.on('message', (returned: Returned) => {
      const asker = waiting.get(returned.id)
      waiting.delete(returned.id)
      if ('answer' in returned) asker?.answer(returned.answer)
      else asker?.reject(new Error(`a question asked aside failed: ${returned.failure}`))
    })
    let because = new Error('the thread for long questions has ended')
    started.on('error', (error) => {
      because = error
    })
    started.on('exit', () => {
      if (worker === started) worker = undefined
      for (const { reject } of waiting.values()) reject(because)
      waiting.clear()
    })
    // It keeps no server from ending.
    started.unref()
    return started
  }

  return {
    ask<N extends Name>(name: N, question: Question<N>) {
      if (waiting.size >= WAITING_MAX) throw problem('unavailable', { headers: retryAfter(RETRY_S) })
      worker ??= start()
      const sent: Sent = { id: ++last, name, question }
      return new Promise<Answer<N>>((answer, reject) => {
        waiting.set(sent.id, { answer: answer as Waiting['answer'], reject })
        worker!.postMessage(sent)
      })
    },
    close: async () => void (await worker?.terminate()),
  }
}
