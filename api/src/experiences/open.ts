import type { Experience } from '#contract/library'
import type { Db } from '../db/database'
import { problem } from '../problem'
import { knownIn } from '../publish/store'
import { describeExperience } from './rules'
import { findExperience, publicationsOf } from './store'

/** An experience as its editors show it. Throws `not_found`. */
export async function openExperience(db: Db, workspace: string, id: string): Promise<Experience> {
  const record = await findExperience(db, workspace, id)
  if (!record) throw problem('not_found')
  const publications = await publicationsOf(db, workspace, id)
  return describeExperience(record, publications, await knownIn(db, workspace))
}
