import type { HostName } from '../../fixtures/hosts/hosts'
import { drawn, expect, firstStep, type Till } from '../till'

/** Something that goes wrong on a shop's till. */
export interface Fault {
  /** Completes the sentence "… sells on when …". */
  name: string
  /** Pages that can stand it at all; all of them unless told. */
  only?: HostName[]
  how?: { sandbox?: string; insecure?: boolean }
  /** Before the page opens: what the API answers, what the browser lacks, what the host sends. */
  before?(till: Till): unknown
  /** On the open page, with the guide already on it where it can be. */
  during?(till: Till): unknown
  /** Whether Maria can see her guide all the same. She can unless told; `maybe` where it is a race. */
  shows?: boolean | 'maybe'
  /** When nothing can be shown: how to tell that all that could happen has happened. */
  settled?(till: Till): Promise<unknown>
  /** Something of ours fails inside, is caught, and is counted: allowed where the fault leaves no other way. */
  counts?: boolean
  /** Further promises of this fault. */
  also?(till: Till): unknown
}

export const inject = (script: string) => (till: Till) => till.page.addInitScript(script)

/** The API has been asked and has said what it says. */
export const asked = async ({ view, shop }: Till) => {
  await expect.poll(() => shop.requests.some((path) => path.endsWith('/boot'))).toBe(true)
  await drawn(view)
}

export const loaded = async ({ page, view }: Till) => {
  await page.waitForLoadState('load')
  await drawn(view)
}

export const isShown = (till: Till) => expect(firstStep(till.view)).toBeVisible()

/** The card is not only there but whole: as wide as it is drawn, and its button can be pressed. */
export async function isWhole({ view: page }: Till) {
  const card = page.locator('trilha-frame .card')
  expect((await card.boundingBox())!.width).toBe(404)
  await page.locator('trilha-frame .main').click()
  await expect(page.getByText('Passe o produto', { exact: true })).toBeVisible()
}
