import type { Condition } from '#contract/condition'
import type { Draft } from '#contract/experience'
import type { Experience, ExperienceRow, Publication } from '#contract/library'
import { hashOf } from '../publish/canonical'
import { withoutPictures } from '../publish/freeze'
import { type Known, publishIssues } from '../publish/rules'
import { readDraft } from './draft'
import type { ExperienceRecord, PublicationRecord } from './store'

/**
 * The state of a draft under which "nothing has changed" is recognised: defaults written out or not, its pages
 * photographed anew or not.
 */
export function draftHashOf(raw: unknown): string {
  const reading = readDraft(raw)
  if (reading.state !== 'finished') return hashOf(raw)
  const { draft } = reading
  return hashOf(draft.kind === 'tour' ? { ...draft, steps: withoutPictures(draft.steps) } : draft)
}

/** As the editor shows it, with all that keeps it from being published. */
export function describeExperience(
  { id, draft, draftHash, revision, updatedAt, updatedBy }: ExperienceRecord,
  publications: PublicationRecord[],
  known: Known,
): Experience {
  const reading = readDraft(draft)
  const isFinished = reading.state === 'finished'
  return {
    id,
    // An unfinished draft has the shape its editor gave it, which is a draft's but for the gaps named in `issues`.
    draft: isFinished ? reading.draft : (draft as unknown as Draft),
    revision,
    updatedAt,
    updatedBy,
    publications: publications.map(toPublication),
    changed: isChanged(draftHash, publications),
    issues: isFinished ? publishIssues(reading.draft, known) : reading.issues,
  }
}

/** As the list shows it. `publications` are its own. */
export function toRow(record: ExperienceRecord, publications: PublicationRecord[]): ExperienceRow {
  const { id, kind, name, draft, draftHash, updatedAt, updatedBy } = record
  const parts = kind === 'tour' ? draft.steps : draft.tasks
  return {
    id,
    kind,
    name,
    parts: Array.isArray(parts) ? parts.length : 0,
    audience: (draft.audience as Condition | undefined) ?? { all: [] },
    publications: publications.map(toPublication),
    changed: isChanged(draftHash, publications),
    updatedAt,
    updatedBy,
  }
}

/** Published nowhere, or somewhere with other words. */
const isChanged = (draftHash: string, publications: PublicationRecord[]) =>
  !publications.length || publications.some((published) => published.draftHash !== draftHash)

const toPublication = ({
  environment,
  version,
  publishedAt,
  publishedBy,
}: PublicationRecord): Publication => ({
  environment,
  version,
  publishedAt,
  publishedBy,
})
