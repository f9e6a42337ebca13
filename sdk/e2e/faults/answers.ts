import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Bundle } from '#contract/bundle'
import { firstSale } from '../../fixtures/tours'
import { serve, type Till } from '../till'
import { asked, type Fault, isShown } from './fault'

/** What may come back from the network in place of an answer. */

const says =
  (status: number, body: string | Buffer, headers: Record<string, string> = {}) =>
  ({ shop }: Till) => {
    shop.fault = (_, response) => response.writeHead(status, headers).end(body)
  }
const does =
  (work: (response: ServerResponse) => unknown) =>
  ({ shop }: Till) => {
    shop.fault = (_, response) => void work(response)
  }
const html = { 'content-type': 'text/html' }
const json = { 'content-type': 'application/json' }
const portal = '<!doctype html><title>Wi-Fi do shopping</title><script>parent.x=1</script>'

/** The API answers, but with this in its bundle. */
const lies =
  (wrong: { [K in keyof Bundle]?: unknown }) =>
  ({ shop }: Till) => {
    shop.bundle = { ...shop.bundle, ...wrong } as Bundle
  }
const liesOfCandidate =
  (wrong: object) =>
  ({ shop }: Till) => {
    shop.bundle.candidates = [{ ...shop.bundle.candidates[0]!, ...wrong }]
  }
const liesOfContent =
  (wrong: object) =>
  ({ shop }: Till) =>
    serve(shop, { ...firstSale, ...wrong } as typeof firstSale)
const liesOfStep = (wrong: object) =>
  liesOfContent({ steps: firstSale.steps.map((step) => ({ ...step, ...wrong })) })
const block = (wrong: object) => liesOfStep({ body: [wrong, ...firstSale.steps[0]!.body] })

const nothing = { shows: false, settled: asked }

export const answers: Fault[] = [
  { name: 'the API refuses every connection', before: does((response) => response.destroy()), ...nothing },
  {
    name: 'the API hangs for a minute',
    async before(till) {
      await till.page.clock.install()
      does(() => {})(till)
    },
    // Past every time limit of ours, with none of it waited for.
    during: async (till) => {
      await asked(till)
      await till.page.clock.runFor(61_000)
    },
    ...nothing,
  },
  { name: 'the API fails with 500', before: says(500, 'oops'), ...nothing },
  { name: 'the API is overloaded with 503', before: says(503, '', { 'retry-after': '30' }), ...nothing },
  {
    name: 'the API says 429 and to come back in an hour',
    before: says(429, '', { 'retry-after': '3600' }),
    ...nothing,
  },
  {
    name: 'the API says 429 and a date instead of seconds',
    before: says(429, '{}', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }),
    ...nothing,
  },
  { name: 'the person is not allowed (401)', before: says(401, '{"code":"bad_token"}', json), ...nothing },
  { name: 'the bill is not paid (402)', before: says(402, '{"code":"suspended"}', json), ...nothing },
  { name: 'the origin is forbidden (403)', before: says(403, '{"code":"forbidden"}', json), ...nothing },
  {
    name: 'the key is of another environment (404)',
    before: says(404, '{"code":"unknown_key"}', json),
    ...nothing,
  },
  { name: 'every answer is 413', before: says(413, '{"code":"too_large"}', json), ...nothing },
  { name: 'a Wi-Fi portal answers with a page and 200', before: says(200, portal, html), ...nothing },
  {
    name: 'answers are gzip cut short',
    before: says(200, gzipSync(`{"etag":"${'x'.repeat(5000)}"}`).subarray(0, 30), {
      ...json,
      'content-encoding': 'gzip',
    }),
    ...nothing,
  },
  {
    name: 'answers are cut short',
    before: says(200, '{"etag":"e1","rev', { 'content-length': '9000' }),
    ...nothing,
  },
  { name: 'answers are empty', before: says(200, '', json), ...nothing },
  { name: 'answers are {}', before: says(200, '{}', json), ...nothing },
  { name: 'answers are []', before: says(200, '[]', json), ...nothing },
  { name: 'answers are null', before: says(200, 'null', json), ...nothing },
  {
    name: 'answers are 5 MB of garbage',
    before: says(200, `{"a":"${'x'.repeat(5_000_000)}"}`, json),
    ...nothing,
  },
  {
    name: 'answers are bytes that are no text',
    before: says(200, Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 37) % 256))),
    ...nothing,
  },
  {
    name: 'answers nest a hundred thousand lists',
    before: says(200, `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, json),
    ...nothing,
  },
  {
    name: 'answers try to change every object of the page',
    before: says(
      200,
      '{"__proto__":{"etag":"e","grant":"g","rev":1},"constructor":{"prototype":{"bad":1}}}',
      json,
    ),
    ...nothing,
  },
  {
    name: 'the API sends it in a circle',
    before: ({ shop }) => {
      shop.fault = (request, response) => response.writeHead(307, { location: request.url! }).end()
    },
    ...nothing,
  },
  {
    name: 'the API forgets to allow the origin',
    before: ({ shop }) => {
      shop.fault = (_, response) => {
        response.removeHeader('access-control-allow-origin')
        response.writeHead(200).end('{}')
      }
    },
    ...nothing,
  },
  {
    name: 'the connection drops once the guide is there',
    during: async (till) => {
      await isShown(till)
      till.shop.fault = (_, response) => void response.destroy()
      await till.page.context().setOffline(true)
    },
  },
  { name: 'the bundle has an object for its candidates', before: lies({ candidates: {} }), ...nothing },
  {
    name: 'the bundle’s candidates are null, words and numbers',
    before: lies({ candidates: [null, 7, 'tour', [], {}] }),
    ...nothing,
  },
  { name: 'the bundle has a list for its history', before: lies({ history: [] }), ...nothing },
  {
    name: 'the bundle’s history holds words',
    before: lies({ history: { 'primeira-venda': 'x', other: null } }),
    ...nothing,
  },
  { name: 'the bundle’s milestones are a number', before: lies({ milestones: 3 }), ...nothing },
  { name: 'the bundle’s revision is a word', before: lies({ rev: 'one' }), ...nothing },
  {
    name: 'the bundle’s clock is a word and its dates are lists',
    before: lies({ accountSince: [], dueAt: 'x', theme: undefined }),
  },
  { name: 'the bundle’s theme is a word', before: lies({ theme: 'dark' }) },
  {
    name: 'the bundle’s theme has no colours',
    before: lies({ theme: { light: null, dark: 4, radiusCard: 'x' } }),
  },
  { name: 'a candidate has no trigger', before: liesOfCandidate({ trigger: null }), ...nothing },
  {
    name: 'a candidate’s trigger is unheard of',
    before: liesOfCandidate({ trigger: { on: 'dream' } }),
    ...nothing,
  },
  {
    name: 'a candidate’s trigger has no event',
    before: liesOfCandidate({ trigger: { on: 'event' } }),
    ...nothing,
  },
  {
    name: 'a candidate’s trigger points at nothing',
    before: liesOfCandidate({ trigger: { on: 'element', target: 5 } }),
    ...nothing,
  },
  { name: 'a candidate’s frequency is a number', before: liesOfCandidate({ frequency: 7 }), ...nothing },
  {
    name: 'a candidate’s audience is a riddle',
    before: liesOfCandidate({ audience: { riddle: [1, { all: 'x' }] } }),
    ...nothing,
  },
  {
    name: 'a candidate’s audience lists what is no rule',
    before: liesOfCandidate({ audience: { all: [null, 4] } }),
    ...nothing,
  },
  {
    name: 'a candidate’s id, hash and priority are numbers',
    before: liesOfCandidate({ id: 5, hash: 9, priority: 'high' }),
    ...nothing,
  },
  {
    name: 'a candidate is of a kind this version does not know',
    before: liesOfCandidate({ kind: 'hologram' }),
    ...nothing,
  },
  {
    name: 'a candidate’s kind is a word every object has',
    before: liesOfCandidate({ kind: 'constructor' }),
    ...nothing,
  },
  { name: 'the content is of another guide', before: liesOfContent({ id: 'other' }), ...nothing },
  {
    name: 'the content is another version than was promised',
    before: liesOfContent({ version: 9 }),
    ...nothing,
  },
  { name: 'the content has no steps', before: liesOfContent({ steps: null }), ...nothing },
  { name: 'the content’s steps are words', before: liesOfContent({ steps: ['a', 'b'] }), ...nothing },
  { name: 'a step has no title', before: liesOfStep({ title: null }), ...nothing },
  { name: 'a step’s text is a word', before: liesOfStep({ body: 'x' }), ...nothing },
  { name: 'a step knows no way on', before: liesOfStep({ advance: null }), ...nothing },
  { name: 'a step’s target is a number', before: liesOfStep({ target: 4 }), ...nothing },
  {
    name: 'a block is of a kind this version does not know',
    before: block({ kind: 'iframe', src: 'https://evil.example' }),
    ...nothing,
  },
  {
    name: 'a block brings an attribute this version does not know',
    before: block({ kind: 'text', runs: { 'pt-BR': [{ text: 'oi' }], en: [] }, onclick: 'x=1' }),
    ...nothing,
  },
  {
    name: 'an image leads to a script',
    before: block({
      kind: 'image',
      url: 'javascript:alert(1)',
      alt: { 'pt-BR': 'x', en: 'x' },
      width: 10,
      height: 10,
    }),
  },
  {
    name: 'the answer about what was switched off is garbage',
    before: ({ shop }) => {
      Object.assign(shop, { off: { a: 1 } })
    },
  },
]
