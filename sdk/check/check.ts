import type { PublishedStep, PublishedSteps } from '#contract/published-step'
import { pageScript } from './script'
import { type Look, type Verdict, verdicts } from './verdict'

export type { Verdict }

/** The part of a Playwright page that is needed: any version of it will do, and nothing is imported. */
export interface CheckedPage {
  evaluate(script: string): Promise<unknown>
}

export interface CheckOptions {
  /** Origin of the API: `https://trilha.example`. */
  api: string
  /** The environment's public key. */
  key: string
  /** Only these tours, by id; all that are published unless told. */
  tours?: string[]
  /** How long a late element is waited for, in milliseconds. 5000 unless told. */
  waitMs?: number
}

export interface Check {
  /** Looks at the page as it is now. Resolves once each element was found or waited for. */
  look(page: CheckedPage): Promise<void>
  /** Of all pages looked at so far, one per step. */
  verdicts(): Verdict[]
}

/**
 * Fetches what published tours point at, to look for it on pages of yours: in a test of your own, before your customers
 * do. Rejects with a sentence that says what to correct.
 * @example
 * const check = await checkTargets({ api: 'https://trilha.example', key: 'pk_live_1' })
 * await page.goto('/venda')
 * await check.look(page)
 * expect(check.verdicts().filter(({ is }) => is === 'missing')).toEqual([])
 */
export async function checkTargets({ api, key, tours, waitMs = 5000 }: CheckOptions): Promise<Check> {
  const all = await fetchSteps(api, key)
  const unknown = tours?.find((id) => !all.some(({ experience }) => experience === id))
  if (unknown) throw new Error(`No published tour "${unknown}" points at an element in this environment.`)
  const steps = tours ? all.filter(({ experience }) => tours.includes(experience)) : all
  const asked = JSON.stringify(steps.map(({ path, target }) => ({ path, target })))
  const script = await pageScript()
  const looks: Look[] = []
  return {
    async look(page) {
      looks.push(
        (await page.evaluate(`(()=>{${script};return trilhaCheck.look(${asked},${waitMs})})()`)) as Look,
      )
    },
    verdicts: () => verdicts(steps, looks),
  }
}

async function fetchSteps(api: string, key: string): Promise<PublishedStep[]> {
  if (!URL.canParse(api))
    throw new Error(`"${api}" is not the address of an API, such as https://trilha.example.`)
  const url = new URL(`/v1/${encodeURIComponent(key)}/targets`, api)
  let answer: Response
  try {
    answer = await fetch(url)
  } catch {
    throw new Error(`Nothing answers at ${url.origin}. Check the address of the API and your network.`)
  }
  const body = (await answer.json().catch(() => undefined)) as
    | (Partial<PublishedSteps> & { code?: string; title?: string })
    | undefined
  if (answer.ok && Array.isArray(body?.steps)) return body.steps
  if (body?.code === 'unknown_key') throw new Error(`${url.origin} does not know the key "${key}".`)
  throw new Error(`${url.origin} did not answer as the API of Trilha does (status ${answer.status}).`)
}
