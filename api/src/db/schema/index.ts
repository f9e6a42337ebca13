import { authTables } from './auth'
import { authoringTables } from './authoring'
import { eventTables } from './events'
import type { Kit } from './kit'
import { libraryTables } from './library'
import { peopleTables } from './people'
import { tenancyTables } from './tenancy'

/** Every table in the dialect of the kit. A new noun adds its table to one of these files, or a file and a line. */
export const makeSchema = (kit: Kit) => ({
  ...tenancyTables(kit),
  ...authTables(kit),
  ...authoringTables(kit),
  ...libraryTables(kit),
  ...peopleTables(kit),
  ...eventTables(kit),
})

export type Schema = ReturnType<typeof makeSchema>
