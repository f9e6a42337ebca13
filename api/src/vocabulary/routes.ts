import { Hono } from 'hono'
import type { InEnvironment } from '../auth/environment'
import { may } from '../auth/guard'
import type { Services } from '../services'
import { eventWords, traitWords } from './store'

/** GET /api/:env/vocabulary: what tills have sent, for the builders' suggestions. */
export function vocabulary({ db }: Services) {
  return new Hono<InEnvironment>().get('/', may('read'), async (c) => {
    const { id } = c.var.environment
    const [events, userTraits, accountTraits] = [
      await eventWords(db, id),
      await traitWords(db, id, 'users'),
      await traitWords(db, id, 'accounts'),
    ]
    return c.json({ events, userTraits, accountTraits })
  })
}
