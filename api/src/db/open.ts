import { join } from 'node:path'
import { makeFolder } from '../folder'
import type { Database, Db } from './database'
import { connectPostgres, openPostgres } from './postgres'
import { openSqlite, readSqlite } from './sqlite'

/** PostgreSQL if an address is set, else the embedded SQLite in the data folder. Migrated and ready. */
export async function openDatabase(settings: { databaseUrl?: string; dataDir: string }): Promise<Database> {
  if (settings.databaseUrl) return openPostgres(settings.databaseUrl)
  makeFolder(settings.dataDir)
  return openSqlite(fileIn(settings.dataDir))
}

/** The same database once it stands, for reading only. */
export async function openForReading(settings: { databaseUrl?: string; dataDir: string }): Promise<Db> {
  return settings.databaseUrl
    ? connectPostgres(settings.databaseUrl, READING_CONNECTIONS)
    : readSqlite(fileIn(settings.dataDir))
}

const READING_CONNECTIONS = 2
const fileIn = (folder: string) => join(folder, 'trilha.db')
