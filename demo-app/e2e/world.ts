import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { looseSettings, startWorld, type World } from '../../scripts/world'

/** A story's own Trilha: API, console and demo POS on free ports, freshly seeded. */
export const test = base.extend<object, { world: World }>({
  world: [
    async ({ playwright: _ }, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'trilha-story-'))
      const world = await startWorld(await looseSettings(dataDir))
      await use(world)
      await world.stop()
      rmSync(dataDir, { recursive: true })
    },
    { scope: 'worker' },
  ],
})

export { expect } from '@playwright/test'
