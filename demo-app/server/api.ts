import { Hono } from 'hono'
import { jwtVerify, SignJWT } from 'jose'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { z } from 'zod'
import type { Operators } from './operators.ts'

/**
 * The demo's own back end, as a customer of Trilha would have one: it knows its operators,
 * and vouches for them with a token that Trilha checks.
 */

const TOKEN_SECONDS = 8 * 60 * 60 // a shift
const TRIES_PER_MINUTE = 6

const SignIn = z.object({
  shop: z.string().max(64),
  operator: z.string().max(64),
  pin: z.string().regex(/^\d{4}$/),
})
const NewOperator = z.object({
  id: z.string().regex(/^[a-z0-9-]{3,64}$/),
  name: z.string().min(3).max(80),
  role: z.enum(['dono', 'gerente', 'caixa', 'contador']),
  pin: z.string().regex(/^\d{4}$/),
})

export function api(operators: Operators, identitySecret: string) {
  const secret = new TextEncoder().encode(identitySecret)
  const wrongPins = new RateLimiterMemory({ points: TRIES_PER_MINUTE, duration: 60 })

  const sign = (id: string, shop: string, papel: string, expiresAt: number) =>
    new SignJWT({ account: shop, traits: { papel } })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(id)
      .setIssuedAt()
      .setExpirationTime(expiresAt)
      .sign(secret)

  return (
    new Hono()
      .get('/health', (c) => c.json({ ok: true }))
      /** POST /api/token. Answers with an identity token for a right PIN; wrong ones are limited per operator. */
      .post('/token', async (c) => {
        const body = SignIn.safeParse(await c.req.json().catch(() => null))
        if (!body.success)
          return c.json(
            { code: 'invalid', message: 'Expected shop, operator and a PIN of four digits.' },
            400,
          )
        const { shop, operator, pin } = body.data
        const tries = await wrongPins.get(`${shop}/${operator}`)
        if (tries && tries.remainingPoints <= 0)
          return c.json({ code: 'limited', message: 'Too many wrong PINs. Wait a minute.' }, 429)
        const known = operators.check(shop, operator, pin)
        if (!known) {
          await wrongPins.consume(`${shop}/${operator}`).catch(() => undefined)
          return c.json({ code: 'wrong_pin', message: 'This PIN is not right.' }, 401)
        }
        const expiresAt = Math.floor(Date.now() / 1000) + TOKEN_SECONDS
        return c.json({
          token: await sign(known.id, known.shop, known.role, expiresAt),
          expiresAt: expiresAt * 1000,
        })
      })
      /** POST /api/operators. An owner or manager registers an operator of the same shop; repeating it is harmless. */
      .post('/operators', async (c) => {
        const token = c.req.header('authorization')?.replace(/^Bearer /, '') ?? ''
        const verified = await jwtVerify(token, secret, { algorithms: ['HS256'] }).catch(() => null)
        const boss = verified?.payload.sub ? operators.find(verified.payload.sub) : null
        if (!boss || (boss.role !== 'dono' && boss.role !== 'gerente'))
          return c.json({ code: 'forbidden', message: 'Only an owner or a manager creates operators.' }, 403)
        const body = NewOperator.safeParse(await c.req.json().catch(() => null))
        if (!body.success)
          return c.json(
            { code: 'invalid', message: 'Expected id, name, role and a PIN of four digits.' },
            400,
          )
        const fresh = operators.create({ ...body.data, shop: boss.shop })
        const same = operators.find(body.data.id)
        if (!fresh && same?.shop !== boss.shop)
          return c.json({ code: 'taken', message: 'This id belongs to another shop.' }, 409)
        return c.json({ id: body.data.id }, fresh ? 201 : 200)
      })
  )
}
