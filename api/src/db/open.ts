import { join } from 'node:path'
import { makeFolder } from '../folder'
import type { Database } from './database'
import { openPostgres } from './postgres'
import { openSqlite } from './sqlite'

/** PostgreSQL if an address is set, else the embedded SQLite in the data folder. Migrated and ready. */
export async function openDatabase(settings: { databaseUrl?: string; dataDir: string }): Promise<Database> {
  if (settings.databaseUrl) return openPostgres(settings.databaseUrl)
  makeFolder(settings.dataDir)
  return openSqlite(join(settings.dataDir, 'trilha.db'))
}
