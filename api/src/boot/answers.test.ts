import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Condition } from '#contract/condition'
import type { Library } from '../content/library'
import type { EnvironmentRow } from '../environments/store'
import { type Asked, answers } from './answers'
import { questionsOf } from './questions'
import { whole } from './shared'

const traitName = fc.constantFrom('papel', 'uf', 'plano', 'lotes', 'constructor')
const traitValue = fc.constantFrom<string | number | null | string[]>('dono', 'SP', 3, null, ['a', 'b'])
const { match } = fc.letrec((tie) => ({
  match: fc.oneof(
    { depthSize: 'small' },
    fc.dictionary(
      fc.oneof(
        traitName,
        traitName.map((name) => `${name}.0`),
      ),
      fc.oneof(
        traitValue,
        traitValue.map((value) => ({ $ne: value })),
        fc.array(traitValue).map((values) => ({ $in: values })),
      ),
      { maxKeys: 2 },
    ),
    fc.record({ $or: fc.array(tie('match'), { maxLength: 2 }) }),
    fc.record({ $not: tie('match') }),
  ),
}))
const rule = fc.oneof(
  fc.record({ user: match }),
  fc.record({ account: match }),
  fc.record({ segment: fc.constantFrom('a', 'b', 'apagado') }),
  fc.record({ milestone: fc.constantFrom('login', 'nota'), reached: fc.boolean() }),
  fc.record({ event: fc.constant('venda'), atLeast: fc.constantFrom(1, 2) }),
  fc.record({ path: fc.constant('/venda') }),
) as fc.Arbitrary<Condition>
const audience = fc.oneof(
  rule,
  fc.array(rule, { maxLength: 3 }).map((all): Condition => ({ all })),
)

const library = fc
  .record({ audiences: fc.array(audience, { maxLength: 4 }), a: rule, b: rule, deadlineDays: fc.boolean() })
  .map(
    ({ audiences, a, b, deadlineDays }): Library => ({
      published: audiences.map((audience, n) => ({
        candidate: {
          id: `conteudo-${n}`,
          kind: 'tour',
          version: 1,
          hash: 'h',
          priority: 0,
          trigger: { on: 'load' },
          frequency: {},
        },
        audience,
        milestones: n ? [] : ['nota'],
        histories: [],
      })),
      off: [],
      perAccount: new Set(),
      segments: { a, b },
      milestones: [
        {
          key: 'nota',
          name: { 'pt-BR': 'Nota', en: 'Invoice' },
          flag: 'none',
          weight: 1,
          needs: [{ event: 'nfce_autorizada' }],
          ...(deadlineDays && { deadlineDays: 7 }),
        },
      ],
    }),
  )

const traits = fc.dictionary(traitName, traitValue, { maxKeys: 3 })
const visit = fc.record({
  user: fc.constantFrom('maria', 'joao'),
  signed: fc.boolean(),
  userTraits: traits,
  accountTraits: traits,
  signedInAt: fc.constantFrom(null, 1_000, 2_000),
  count: fc.constantFrom(0, 1, 2),
  milestones: fc.constantFrom('{}', '{"login":5}', '{"login":5,"nota":6}'),
})

const environment = { id: 'e', rev: 1, grantSecret: 's', theme: null, busy: null } as EnvironmentRow

test('whoever came before, each visitor gets the answer that would be made for her alone', {
  timeout: 30_000,
}, () => {
  fc.assert(
    fc.property(library, fc.array(visit, { minLength: 2, maxLength: 8 }), (library, visits) => {
      const shop = answers()
      for (const { user, signed, count, milestones, ...known } of visits) {
        const asked: Asked = {
          environment,
          library,
          bearer: { user, account: 'lurdes', device: 'caixa-um' },
          signed,
          known: { ...known, isNews: false },
          stored: { counts: questionsOf(library).counts.map(() => count), milestones, history: '{}' },
          now: 100_000,
        }
        expect(told(shop(asked))).toEqual(told(answers()(asked)))
      }
    }),
  )
})

const told = ({ etag, shared, rest }: ReturnType<ReturnType<typeof answers>>) => ({
  etag,
  body: JSON.parse(whole(shared, rest).toString()),
})
