import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { forEachDialect, freshSqlite } from './testing'

const shop = (id: string) => ({ id, name: `Loja ${id}`, createdAt: 1_767_225_600_000 })

forEachDialect('the database', (open) => {
  test('a transaction that fails leaves nothing behind', async () => {
    const db = await open()
    const failing = db.withTx(async (tx) => {
      await tx.insert(tx.tables.workspaces).values(shop('a'))
      throw new Error('the power went')
    })
    await expect(failing).rejects.toThrow('the power went')
    expect(await db.select().from(db.tables.workspaces)).toEqual([])
  })

  test('a write outside waits for the transaction and is not undone with it', async () => {
    const db = await open()
    const { workspaces } = db.tables
    const failing = db.withTx(async (tx) => {
      await tx.insert(tx.tables.workspaces).values(shop('a'))
      await new Promise((resolve) => setImmediate(resolve))
      throw new Error('undo')
    })
    const outside = db.insert(workspaces).values(shop('b'))
    await Promise.allSettled([failing, outside])
    expect(await db.select().from(workspaces)).toEqual([shop('b')])
  })

  test('readers do not see a transaction before its end', async () => {
    const db = await open()
    await db.withTx(async (tx) => {
      await tx.insert(tx.tables.workspaces).values(shop('a'))
      expect(await tx.select().from(tx.tables.workspaces)).toHaveLength(1)
      expect(await db.select().from(db.tables.workspaces)).toHaveLength(0)
    })
    expect(await db.select().from(db.tables.workspaces)).toHaveLength(1)
  })

  test('what was written is there at the next look, in the same breath too', async () => {
    const db = await open()
    const { workspaces } = db.tables
    const count = async () => (await db.select().from(workspaces)).length
    expect(await count()).toBe(0)
    await db.insert(workspaces).values(shop('a'))
    expect(await count()).toBe(1)
    await db.withTx((tx) => tx.insert(workspaces).values(shop('b')))
    expect(await count()).toBe(2)
  })

  test('moments, traits and truths come back as they went in', async () => {
    const db = await open()
    const { users } = db.tables
    const maria = {
      environment: 'e',
      id: 'maria',
      account: '',
      name: 'Maria',
      search: 'maria',
      verified: true,
      traits: { papel: 'dono', compras: 3, ativo: true, apelido: null, tags: ['a', 'ç'] },
      firstSeenAt: 1_767_225_600_000,
      lastSeenAt: 4_102_444_800_123,
    }
    const [stored] = await db.insert(users).values(maria).returning()
    expect(stored).toEqual(maria)
    expect(await db.rows(sql`select id, last_seen_at, traits ->> 'papel' as papel from users`)).toEqual([
      { id: 'maria', last_seen_at: maria.lastSeenAt, papel: 'dono' },
    ])
    expect(await db.rows(sql`select count(*) as n, sum(last_seen_at) as total from ${users}`)).toEqual([
      { n: 1, total: maria.lastSeenAt },
    ])
    await db.update(users).set({ verified: false }).where(eq(users.id, 'maria'))
    expect((await db.select().from(users))[0]!.verified).toBe(false)
  })

  test('two transactions that lock the same shop run one after the other', async () => {
    const db = await open()
    const order: string[] = []
    const visit = (name: string) =>
      db.withTx(async (tx) => {
        await tx.lock(['shop', name])
        order.push(`${name} in`)
        await new Promise((resolve) => setImmediate(resolve))
        await tx.select().from(tx.tables.workspaces)
        order.push(`${name} out`)
      })
    await Promise.all([visit('a'), visit('b')])
    expect(order.map((line) => line.split(' ')[1])).toEqual(['in', 'out', 'in', 'out'])
  })
})

test('a write past the transaction it stands in is refused, instead of waiting for itself', async () => {
  const { database, remove } = await freshSqlite()
  const { workspaces } = database.tables
  const nested = database.withTx(() => database.insert(workspaces).values(shop('a')).execute())
  await expect(nested).rejects.toMatchObject({
    cause: { message: expect.stringContaining('write through the transaction') },
  })
  await remove()
})
