import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)
const flag = z.enum(['0', '1', 'true', 'false']).transform((word) => word === '1' || word === 'true')

/** Every setting the API reads, with what it is when nobody says otherwise. */
const Environment = z.object({
  PORT: port.default(4000),
  /** Address to listen on; `0.0.0.0` for tills on the network. */
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  /** Built SDK and console. */
  DIST_DIR: z.string().min(1).default('dist'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  /** As people reach it; `http://localhost:PORT` unless told. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DEMO_PORT: port.default(4001),
  DEMO_URL: z.url({ protocol: /^https?$/ }).optional(),
  DEMO_PASSWORD: z.string().min(10, 'must have at least 10 characters').optional(),
  /** Signs console sessions; kept in the data folder when absent. Nodes that share a database must share it. */
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** Believe the last address in X-Forwarded-For. Only behind a proxy of your own that sets it. */
  TRUST_PROXY: flag.default(false),
  /** Requests per minute and address on /v1; 0 for none. */
  RATE_LIMIT: z.coerce.number().int().min(0).default(1200),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export interface Settings {
  port: number
  host: string
  dataDir: string
  distDir: string
  databaseUrl?: string
  publicUrl: string
  demoUrl: string
  demoPassword?: string
  authSecret?: string
  trustProxy: boolean
  rateLimit: number
  logLevel: string
}

/** Not to be printed back. An address of a database may hold a password. */
const SECRETS = new Set(['AUTH_SECRET', 'DEMO_PASSWORD', 'DATABASE_URL'])

/** A setting that cannot be used, as one sentence for the person who starts the server. */
export class SettingsError extends Error {}

/** Reads the settings once. Throws a `SettingsError` that names the first bad one. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  // `PORT=` in a shell means "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue!.path[0])
    if (SECRETS.has(name)) throw new SettingsError(`The setting ${name} ${issue!.message}.`)
    throw new SettingsError(`The setting ${name} cannot be "${given[name]}": ${issue!.message}.`)
  }
  const it = parsed.data
  return {
    port: it.PORT,
    host: it.HOST,
    dataDir: it.DATA_DIR,
    distDir: it.DIST_DIR,
    databaseUrl: it.DATABASE_URL,
    publicUrl: (it.PUBLIC_URL ?? `http://localhost:${it.PORT}`).replace(/\/$/, ''),
    demoUrl: (it.DEMO_URL ?? `http://localhost:${it.DEMO_PORT}`).replace(/\/$/, ''),
    demoPassword: it.DEMO_PASSWORD,
    authSecret: it.AUTH_SECRET,
    trustProxy: it.TRUST_PROXY,
    rateLimit: it.RATE_LIMIT,
    logLevel: it.LOG_LEVEL,
  }
}
