import { eq } from 'drizzle-orm'
import { Draft } from '#contract/experience'
import { createMember } from '../src/auth/create-member'
import { readSettings } from '../src/env'
import { startApi } from '../src/server'
import { compete } from './contestant'

// The real server on a fresh database, with contents and milestones as a customer would have them.

const { url, services, stop } = await startApi(
  readSettings({ RATE_LIMIT: '0', LOG_LEVEL: 'error', ...process.env, PORT: '0', DATA_DIR: process.argv[2] }),
)
const { db } = services
const { workspaces, environments, identitySecrets, versions, publications, milestones } = db.tables
const written = { createdAt: 1, updatedAt: 1, updatedBy: 'bench' }
await db.insert(workspaces).values({ id: 'bench', name: 'Bench', createdAt: 1 })
await createMember(services, {
  workspace: 'bench',
  role: 'owner',
  name: 'Ana',
  email: 'ana@bench.example',
  password: 'only-for-this-run',
})
await db.insert(environments).values({
  id: 'bench',
  workspace: 'bench',
  name: 'Bench',
  kind: 'production',
  publicKey: 'pk_bench',
  identity: 'open',
  appUrl: null,
  timeZone: 'America/Sao_Paulo',
  theme: null,
  busy: null,
  rev: 1,
  grantSecret: 'bench',
  createdAt: 1,
})
await db
  .insert(identitySecrets)
  .values({ environment: 'bench', id: 'first', secret: 'idk_bench', createdAt: 1 })
for (const [position, event] of ['login', 'item_adicionado', 'nfce_autorizada', 'caixa_fechado'].entries())
  await db.insert(milestones).values({
    ...written,
    workspace: 'bench',
    id: event,
    key: event,
    position,
    definition: { key: event, name: { 'pt-BR': event }, flag: 'none', weight: 1, needs: [{ event }] },
  })
for (const n of [1, 2, 3, 4, 5, 6]) {
  const experience = `conteudo-${n}`
  const draft = Draft.parse({
    kind: 'tour',
    name: experience,
    trigger: { on: 'path', path: '/venda' },
    frequency: { untilCompleted: true },
    audience: {
      all: [
        { user: { papel: 'dono' } },
        { account: { uf: { $in: ['SP', 'MG'] } } },
        { event: 'caixa_fechado', atMost: n },
        { path: '/venda' },
      ],
    },
    steps: [{ id: 'um', title: { 'pt-BR': 'Um' }, body: [], advance: { on: 'button' } }],
  })
  const { createdAt } = written
  await db.insert(versions).values({
    workspace: 'bench',
    experience,
    number: 1,
    hash: 'a'.repeat(64),
    draft,
    draftHash: 'd',
    content: { kind: 'tour', steps: [], duringSale: false, id: experience, version: 1 },
    createdAt,
    createdBy: 'bench',
  })
  await db.insert(publications).values({
    environment: 'bench',
    experience,
    version: 1,
    publishedAt: 1,
    publishedBy: 'bench',
  })
}
await db.update(environments).set({ rev: 2 }).where(eq(environments.id, 'bench'))
process.once('SIGTERM', () => void stop().then(() => process.exit(0)))
compete(Number(new URL(url).port))
