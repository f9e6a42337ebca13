import type { SeedShop } from '../../demo-app/seed/shops'
import { chance } from './chance'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** What happened in a shop, in the words of its till. An empty user: the vendor's own server spoke. */
export type Diary = Array<{
  at: number
  name: string
  user: string
  properties?: Record<string, string | number | boolean>
}>

interface Calendar {
  now: number
  /** Midnight at the shop. */
  today: number
}

/** The story of one shop up to now. The same for the same shop and moment. */
export function writeDiary(shop: SeedShop, calendar: Calendar): Diary {
  const stories: Record<string, (shop: SeedShop, calendar: Calendar) => Diary> = {
    'dona-lurdes': waits,
    'flor-de-chita': begins,
    'brasa-viva': (...known) => sells({ daysAgo: 38, loginToNoteHours: 19, restsOn: 1 }, ...known),
    'pet-bom-amigo': (...known) => sells({ daysAgo: 62, loginToNoteHours: 54, restsOn: 0 }, ...known),
  }
  return (stories[shop.id] ?? waits)(shop, calendar)
    .map((entry) => ({ ...entry, at: Math.round(entry.at) }))
    .filter(({ at }) => at <= calendar.now)
}

/** The kit has come; nobody has signed in yet. */
function waits(shop: SeedShop, { now }: Calendar): Diary {
  return [
    { at: now - shop.kit.paidDaysAgo * DAY_MS - HOUR_MS, name: 'pedido_pago', user: '' },
    { at: now - (shop.kit.paidDaysAgo - 1) * DAY_MS, name: 'pedido_enviado', user: '' },
    { at: now - 2 * HOUR_MS, name: 'kit_entregue', user: '' },
  ]
}

/** Two days of finding her way, without a certificate: the tour was begun and put off. */
function begins({ operators: [owner, cashier] }: SeedShop, { now }: Calendar): Diary {
  const start = now - 2 * DAY_MS - 3 * HOUR_MS
  const at = (minutes: number) => start + minutes * MINUTE_MS
  const user = owner!.id
  return [
    { at: at(-90), name: 'pedido_pago', user: '' },
    { at: at(0), name: 'login', user, properties: { papel: 'dono' } },
    ...tour(user, at(1), ['convite', 'abrir-caixa'], { end: 'snoozed', until: at(60 * 20) }),
    { at: at(6), name: 'loja_dados_salvos', user },
    taskDone(user, at(6), 'dados-da-loja'),
    ...[9, 12, 14, 19, 21, 25].map((minute) => ({ at: at(minute), name: 'produto_criado', user })),
    { at: at(60 * 22), name: 'login', user, properties: { papel: 'dono' } },
    ...tour(user, at(60 * 22 + 1), ['convite', 'abrir-caixa', 'escolher-produto'], {
      end: 'dismissed',
      because: 'agora-nao',
    }),
    { at: at(60 * 22 + 3), name: 'caixa_aberto', user, properties: { faixa_troco: '50-100' } },
    { at: at(60 * 22 + 9), name: 'erro', user, properties: { codigo: 'certificado_ausente' } },
    { at: at(60 * 23), name: 'operador_criado', user, properties: { papel: 'caixa' } },
    { at: at(60 * 44), name: 'troca_operador', user: cashier!.id, properties: { papel: 'caixa' } },
    ...tour(cashier!.id, at(60 * 44 + 1), ['convite'], { end: 'dismissed', because: 'agora-nao' }),
  ]
}

interface Path {
  /** First sign-in. */
  daysAgo: number
  loginToNoteHours: number
  /** Day of the week on which it is closed, 0 = Sunday. */
  restsOn: number
}

/** A shop at work: its first days, then open, sell, close, day by day. */
function sells({ daysAgo, loginToNoteHours, restsOn }: Path, shop: SeedShop, { today }: Calendar): Diary {
  const random = chance(shop.id)
  const [owner, ...others] = shop.operators
  const user = owner!.id
  const { salesPerDay, peakHours, opensAt, closesAt } = shop.history!
  const login = today - daysAgo * DAY_MS + 10 * HOUR_MS
  const firstNote = login + loginToNoteHours * HOUR_MS
  const soon = (minutes: number) => login + minutes * MINUTE_MS
  const diary: Diary = [
    { at: login - 6 * DAY_MS, name: 'pedido_pago', user: '' },
    { at: login - 5 * DAY_MS, name: 'pedido_enviado', user: '' },
    { at: login - 18 * HOUR_MS, name: 'kit_entregue', user: '' },
    { at: login, name: 'login', user, properties: { papel: 'dono' } },
    {
      at: soon(1),
      name: 'checklist.opened',
      user,
      properties: { experience: GUIDE, version: 1, run: `${user}-g` },
    },
    { at: soon(5), name: 'loja_dados_salvos', user },
    taskDone(user, soon(5), 'dados-da-loja'),
    ...[8, 10, 13, 15, 18, 24].map((minute) => ({ at: soon(minute), name: 'produto_criado', user })),
    { at: soon(40), name: 'certificado_instalado', user },
    { at: soon(46), name: 'csc_configurado', user },
    { at: soon(47), name: 'nfce_homologacao_ok', user },
    { at: soon(52), name: 'impressora_teste_ok', user },
    ...tour(user, firstNote - 6 * MINUTE_MS, STEPS, { end: 'completed' }),
    { at: firstNote - 4 * MINUTE_MS, name: 'caixa_aberto', user, properties: { faixa_troco: '100-200' } },
    { at: firstNote - 3 * MINUTE_MS, name: 'item_adicionado', user, properties: { origem: 'leitor' } },
    {
      at: firstNote - MINUTE_MS,
      name: 'venda_concluida',
      user,
      properties: { forma: 'dinheiro', itens: 1, faixa: '20-50' },
    },
    { at: firstNote, name: 'nfce_autorizada', user },
  ]
  // The second in command was shown the way too, before the first note had gone out.
  const second = others[0]!
  diary.push(
    { at: soon(70), name: 'operador_criado', user, properties: { papel: second.role } },
    { at: soon(75), name: 'login', user: second.id, properties: { papel: second.role } },
    ...tour(second.id, soon(76), STEPS.slice(0, 5), { end: 'dismissed', because: 'agora-nao' }),
    {
      at: soon(79),
      name: 'tour.step_missing',
      user: second.id,
      properties: {
        ...aboutTour(second.id),
        step: 'pagamento',
        because: 'weak',
        path: '/venda',
        confidence: 0.2,
        n: 1,
      },
    },
  )

  let closings = 0
  for (let day = Math.ceil((firstNote - today) / DAY_MS); day <= 0; day++) {
    const midnight = today + day * DAY_MS
    // Seven days from a known Thursday: 1 January 1970.
    const weekday = (Math.round(midnight / DAY_MS) + 4) % 7
    if (weekday === restsOn) continue
    const sellers = shop.operators.filter(({ role }) => role !== 'contador')
    const seller = () => sellers[Math.floor(random() * sellers.length)]!.id
    const opened = midnight + opensAt * HOUR_MS + random() * 10 * MINUTE_MS
    diary.push(
      { at: opened, name: 'login', user: seller() },
      { at: opened + 2 * MINUTE_MS, name: 'caixa_aberto', user, properties: { faixa_troco: '100-200' } },
    )
    const sales = Math.round((salesPerDay / 3) * (0.75 + random() / 2))
    for (let i = 0; i < sales; i++) {
      const hour =
        random() < 0.5
          ? peakHours[i % peakHours.length]! + random()
          : opensAt + random() * (closesAt - opensAt)
      const at = midnight + Math.min(hour, closesAt - 0.1) * HOUR_MS
      const who = seller()
      const forma = random() < 0.45 ? 'pix' : random() < 0.6 ? 'credito' : 'dinheiro'
      diary.push({
        at,
        name: 'venda_concluida',
        user: who,
        properties: {
          forma,
          itens: 1 + Math.floor(random() * 5),
          faixa: random() < 0.5 ? '20-50' : '50-100',
        },
      })
      if (random() < 0.02)
        diary.push({ at: at + 20_000, name: 'nfce_rejeitada', user: who, properties: { codigo: 778 } })
      diary.push({ at: at + 40_000, name: 'nfce_autorizada', user: who })
    }
    const closed = midnight + closesAt * HOUR_MS + random() * 15 * MINUTE_MS
    const diferenca = closings++ < 2 || random() < 0.3 ? (random() < 0.5 ? -5 : 1) : 0
    diary.push({ at: closed, name: 'caixa_fechado', user, properties: { diferenca } })
    if (random() < 0.6 || closings === 3)
      diary.push({ at: closed + 4 * MINUTE_MS, name: 'relatorio_aberto', user, properties: { tipo: 'dia' } })
  }
  return diary
}

const TOUR = 'primeira-venda'
const GUIDE = 'guia-de-implantacao'
const STEPS = [
  'convite',
  'abrir-caixa',
  'escolher-produto',
  'finalizar',
  'pagamento',
  'emitir-nota',
  'conquista',
]

/** Steps that point at nothing. */
const CENTRED = ['convite', 'conquista']

const aboutTour = (user: string, run = '1') => ({ experience: TOUR, version: 1, run: `${user}-${run}` })

type Ending = { end: 'completed' } | { end: 'dismissed'; because: string } | { end: 'snoozed'; until: number }

/** One passage through the tour: half a minute and a little more for each step. */
function tour(user: string, startedAt: number, steps: string[], ending: Ending): Diary {
  const about = aboutTour(user, Math.floor(startedAt / HOUR_MS).toString(36))
  const { end, ...how } = ending
  const seen = steps.map((step, i) => ({
    at: startedAt + i * 52_000 + (i % 3) * 9000,
    name: 'tour.step_seen',
    user,
    properties: { ...about, step, ...(!CENTRED.includes(step) && { confidence: 1 }) },
  }))
  return [
    { at: startedAt, name: 'tour.started', user, properties: about },
    ...seen,
    {
      at: seen.at(-1)!.at + 12_000,
      name: `tour.${end}`,
      user,
      properties: { ...about, step: steps.at(-1)!, ...how },
    },
  ]
}

const taskDone = (user: string, at: number, task: string): Diary[number] => ({
  at,
  name: 'checklist.task_done',
  user,
  properties: { experience: GUIDE, version: 1, run: `${user}-g`, task },
})
