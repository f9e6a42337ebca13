import pino, { type Logger } from 'pino'

export type Log = Logger

/** JSON lines on standard output. Never log a body, an address of a person or a trait: ids of environments are enough. */
export const createLog = (level: string): Log => pino({ level, base: undefined })
