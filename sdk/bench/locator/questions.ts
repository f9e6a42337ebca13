import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { build } from 'esbuild'
import type { Weighable } from './page'

/** One question a page asks: is the element still here, and which one is it? */
export interface Question extends Weighable {
  track: string
  site: string
  variant: 'present' | 'dropped' | 'absent'
}

interface Case {
  track: string
  site: string
  disputed?: boolean
  target: string
  viewport: [number, number]
  old: string
  new: string
  expect: string | null
  page: string
  op: string
  seed: number
}

interface Bench {
  openBrowser(): Promise<Browser>
  openPage(browser: Browser, folder: string, virtual: Map<string, string>): Promise<Page>
  goto(page: Page, path: string): Promise<void>
  inPage: () => void
  mutateInPage: (...args: never[]) => unknown
}

/**
 * Asks every case of a locator bench (a folder with `lib.mjs`, `mutate.mjs` and `data`) and keeps what the evidence was.
 * @param stride of the mutated pages only each so many-th case, because they take minutes
 */
export async function askAll(folder: string, stride: number): Promise<Question[]> {
  const load = (name: string) => import(pathToFileURL(join(folder, name)).href)
  const bench: Bench = { ...(await load('lib.mjs')), ...(await load('mutate.mjs')) }
  const data = join(folder, 'data')
  const text = (path: string) => readFileSync(join(data, path), 'utf8')
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
  })
  const ours = outputFiles[0]!.text
  const virtual = new Map<string, string>()
  const browser = await bench.openBrowser()
  const page = await bench.openPage(browser, data, virtual)

  const open = async (path: string, [width, height] = [1366, 900]) => {
    await page.setViewportSize({ width: width!, height: height! })
    if (path.endsWith('.dom.json')) {
      await bench.goto(page, 'blank.html')
      await page.evaluate(ours)
      await page.evaluate(`draw(${text(path)})`)
    } else {
      await bench.goto(page, path)
      await page.evaluate(ours)
    }
    await page.evaluate(bench.inPage)
  }
  /** A page with its styles inside, because renamed classes have to reach them. */
  const inlined = (path: string) => {
    const styled = text(path).replace(
      /<link[^>]*href="(css\/[\w.]+)"[^>]*>/g,
      (_, css) => `<style>${text(css)}</style>`,
    )
    virtual.set(`inline/${path}`, styled)
    return `inline/${path}`
  }
  const described = (target: string) => page.evaluate(`describe(__b.byXPath(${JSON.stringify(target)}))`)
  const questions: Question[] = []

  for (const track of ['history', 'similo', 'mutation']) {
    const file = join(data, `cases.${track}.json`)
    if (!existsSync(file)) continue
    const cases = (JSON.parse(readFileSync(file, 'utf8')) as Case[]).filter((c) => !c.disputed)
    if (track === 'mutation')
      for (const c of cases.filter((_, i) => i % stride === 0)) {
        await open(inlined(c.page))
        const fp = await described(c.target)
        await open(inlined(c.page), c.viewport)
        const found: Weighable & { gone: boolean } = await page.evaluate(
          `askChanged(${JSON.stringify(fp)}, (${bench.mutateInPage})(__b.byXPath(${JSON.stringify(c.target)}), ${JSON.stringify(c.op)}, ${c.seed}))`,
        )
        questions.push({ ...found, track, site: c.site, variant: found.gone ? 'absent' : 'present' })
      }
    else
      for (const pair of new Set(cases.map((c) => `${c.old}|${c.new}`))) {
        const asked = cases.filter((c) => `${c.old}|${c.new}` === pair)
        await open(asked[0]!.old)
        const fps: unknown[] = []
        for (const c of asked) fps.push(await described(c.target))
        await open(asked[0]!.new, asked[0]!.viewport)
        for (const [i, c] of asked.entries()) {
          const found: Partial<Record<Question['variant'], Weighable>> = await page.evaluate(
            `ask(${JSON.stringify(fps[i])}, ${JSON.stringify(c.expect)})`,
          )
          for (const [variant, weighed] of Object.entries(found))
            questions.push({ ...weighed!, track, site: c.site, variant: variant as Question['variant'] })
        }
      }
    console.error(`${track}: ${questions.filter((q) => q.track === track).length} questions`)
  }
  await browser.close()
  return questions
}
