import type { Database } from '../db/database'
import type { EnvironmentRow } from './store'

/** Production of a workspace called `empresa`, with one identity secret, as a test wants it. */
export async function makeEnvironment(
  db: Database,
  changes: Partial<EnvironmentRow> = {},
): Promise<EnvironmentRow> {
  const { workspaces, environments, identitySecrets } = db.tables
  const environment: EnvironmentRow = {
    id: 'producao',
    workspace: 'empresa',
    name: 'Produção',
    kind: 'production',
    publicKey: 'pk_teste',
    identity: 'open',
    appUrl: null,
    timeZone: 'America/Sao_Paulo',
    theme: null,
    busy: null,
    busyRevision: 0,
    busyUpdatedAt: null,
    busyUpdatedBy: null,
    rev: 1,
    grantSecret: 'secret of grants',
    createdAt: 0,
    ...changes,
  }
  await db.withTx(async (tx) => {
    await tx
      .insert(workspaces)
      .values({ id: environment.workspace, name: 'Empresa', createdAt: 0 })
      .onConflictDoNothing()
    await tx.insert(environments).values(environment)
    await tx.insert(identitySecrets).values({
      environment: environment.id,
      id: 'one',
      secret: IDENTITY_SECRET,
      createdAt: 0,
      retiredAt: null,
    })
  })
  return environment
}

export const IDENTITY_SECRET = 'idk_a-secret-long-enough-for-hs256-to-be-happy'
