import { expect, type Locator, type Page } from '@playwright/test'

/** The light lies around the element: the tour found it, and not another one. */
export async function pointsAt(page: Page, element: Locator) {
  const light = page.locator('trilha-frame .hole')
  await expect(light).toBeVisible()
  await expect(element).toBeVisible()
  await expect
    .poll(async () => {
      const [hole, box] = [await light.boundingBox(), await element.boundingBox()]
      if (!hole || !box) return 'gone'
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      const isInside = x > hole.x && x < hole.x + hole.width && y > hole.y && y < hole.y + hole.height
      return isInside && hole.width < box.width + 40 ? 'at it' : 'elsewhere'
    })
    .toBe('at it')
}
