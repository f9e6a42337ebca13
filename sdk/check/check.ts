import type { PublishedStep, PublishedSteps } from '#contract/published-step'
import type { Check, CheckOptions } from './index'
import { pageScript } from './script'
import { type Look, verdicts } from './verdict'

/** What it promises its callers stands in `index.d.ts`, which is all of it that they see. */
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
