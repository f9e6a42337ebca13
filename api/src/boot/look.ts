import type { Db } from '../db/database'
import { type Answer, type Asking, askingOf, paramsOf, readAnswer, type Stored } from './facts'
import { COLUMNS, FROM, type Known, type Row, recall, type Visitor } from './people'
import type { Questions } from './questions'

/** What is stored of a visitor, and of what the published audiences ask: one statement, since each has its price. */
export async function look(
  db: Db,
  environment: string,
  visitor: Visitor,
  questions: Questions,
  now: number,
): Promise<{ known: Known; stored: Stored }> {
  const { user, account, device } = visitor
  const person = { environment, user, account }
  const asking = askingOf(db, person, questions)
  const whose = [environment, user, environment, account, environment, device]
  const [row] = await db.ask<Row & Answer>(textOf(asking), [...paramsOf(asking, person, now), ...whose])
  return { known: recall(row!, visitor), stored: await readAnswer(db, person, questions, now, row!) }
}

const texts = new WeakMap<Asking, string>()

function textOf(asking: Asking): string {
  let text = texts.get(asking)
  if (!text) {
    text = `select ${asking.columns}, ${COLUMNS} ${FROM}`
    texts.set(asking, text)
  }
  return text
}
