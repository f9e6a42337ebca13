import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { createMember } from '../src/auth/create-member'
import type { Tx } from '../src/db/database'
import { type EnvironmentRow, environmentById } from '../src/environments/store'
import { createExperience } from '../src/experiences/create'
import { identitySecrets } from '../src/identify/secrets'
import { publish } from '../src/publish/publish'
import type { Services } from '../src/services'
import { busy } from './busy'
import { firstSale } from './content/first-sale'
import { guide } from './content/guide'
import { playHistory } from './history'
import { milestones } from './milestones'
import { segments } from './segments'
import { theme } from './theme'

const WORKSPACE = 'caixa-facil'
const PRODUCTION = 'producao'
const STAGING = 'homologacao'

export const SIGN_IN = { email: 'ana@caixafacil.example', name: 'Ana Ribeiro' }

export interface Seeded {
  /** Produção. */
  environment: EnvironmentRow
  identitySecret: string
}

/**
 * Caixa Fácil as it stands on a Tuesday: its people, its contents and the recent weeks of its shops. Does nothing to
 * a database that has it already. The workspace is written last, so that a start that was cut short begins anew.
 */
export async function seed(services: Services, { password }: { password: string }): Promise<Seeded> {
  const { db, now } = services
  const { workspaces } = db.tables
  const [known] = await db.select().from(workspaces).where(eq(workspaces.id, WORKSPACE))
  if (!known) {
    await db.withTx((tx) => prepare(tx, now(), services.settings.demoUrl))
    await ana(services, password)
    const by = SIGN_IN.name
    for (const [id, draft] of [
      ['primeira-venda', firstSale],
      ['guia-de-implantacao', guide],
    ] as const) {
      if (!(await isThere(services, id)))
        await createExperience(services, draft, { workspace: WORKSPACE, by, id })
      for (const environment of [STAGING, PRODUCTION])
        await publish(services, { workspace: WORKSPACE, environment, experience: id, by })
    }
    await playHistory(services, (await environmentById(db, PRODUCTION))!)
    await db.insert(workspaces).values({ id: WORKSPACE, name: 'Caixa Fácil', createdAt: now() })
  }
  const environment = (await environmentById(db, PRODUCTION))!
  return { environment, identitySecret: (await identitySecrets(db, PRODUCTION))[0]! }
}

/** Environments, keys, milestones and segments. */
async function prepare(tx: Tx, at: number, appUrl: string) {
  const { environments, identitySecrets, milestones: rungs, segments: audiences } = tx.tables
  const environment = {
    workspace: WORKSPACE,
    appUrl,
    timeZone: 'America/Sao_Paulo',
    theme,
    busy,
    rev: 1,
    createdAt: at,
  }
  await tx
    .insert(environments)
    .values([
      {
        ...environment,
        id: PRODUCTION,
        name: 'Produção',
        kind: 'production',
        publicKey: secret('pk_', 12),
        identity: 'enforced',
        grantSecret: secret('', 32),
      },
      {
        ...environment,
        id: STAGING,
        name: 'Homologação',
        kind: 'staging',
        publicKey: secret('pk_', 12),
        identity: 'open',
        grantSecret: secret('', 32),
        createdAt: at + 1,
      },
    ])
    .onConflictDoNothing()
  await tx
    .insert(identitySecrets)
    .values(
      [PRODUCTION, STAGING].map((id) => ({
        environment: id,
        id: 'first',
        secret: secret('idk_', 32),
        createdAt: at,
      })),
    )
    .onConflictDoNothing()
  const written = { workspace: WORKSPACE, createdAt: at, updatedAt: at, updatedBy: SIGN_IN.name }
  await tx
    .insert(rungs)
    .values(
      milestones.map((definition, position) => ({
        ...written,
        id: definition.key,
        key: definition.key,
        definition,
        position,
      })),
    )
    .onConflictDoNothing()
  await tx
    .insert(audiences)
    .values(segments.map((segment) => ({ ...written, ...segment })))
    .onConflictDoNothing()
}

/** Ana, who owns the workspace. */
async function ana(services: Services, password: string) {
  const { authUsers } = services.db.tables
  const [known] = await services.db.select().from(authUsers).where(eq(authUsers.email, SIGN_IN.email))
  if (!known) await createMember(services, { workspace: WORKSPACE, role: 'owner', password, ...SIGN_IN })
}

async function isThere({ db }: Services, id: string) {
  const { experiences } = db.tables
  const rows = await db
    .select({ id: experiences.id })
    .from(experiences)
    .where(and(eq(experiences.workspace, WORKSPACE), eq(experiences.id, id)))
  return rows.length > 0
}

const secret = (prefix: string, bytes: number) => prefix + randomBytes(bytes).toString('base64url')
