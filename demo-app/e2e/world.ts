import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { looseSettings, startWorld, type World } from '../../scripts/world'

/**
 * A story's own Trilha: API, console and demo POS on free ports, freshly seeded. Never shared: which stories
 * stand in one process is chance, and what one Ana made another would find.
 */
export const test = base.extend<{ world: World }>({
  world: [
    async ({ browser }, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'trilha-story-'))
      const world = await startWorld(await looseSettings(dataDir))
      await use(world)
      // Pages left open would go on asking a server that is gone, at the next story's cost.
      await Promise.all(browser.contexts().map((context) => context.close()))
      await world.stop()
      rmSync(dataDir, { recursive: true })
    },
    // A slow machine's seeding is not the story's time.
    { timeout: 60_000 },
  ],
})

export { expect } from '@playwright/test'
