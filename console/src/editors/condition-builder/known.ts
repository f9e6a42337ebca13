import { localise } from '#contract/localise'
import type { Vocabulary } from '#contract/report'
import { experiences } from '../../api/experiences'
import { milestones, segments, vocabulary } from '../../api/library'
import { locale } from '../../locales'
import { useResource } from '../../resource'
import { environment } from '../../session'

export interface Named {
  id: string
  name: string
}

/** What rules can speak of, by name. Lists are empty until they have been read. */
export interface Known {
  segments: Named[]
  /** `id` is the milestone's key. */
  milestones: Named[]
  experiences: Named[]
  vocabulary: Vocabulary
}

export const nothingKnown: Known = {
  segments: [],
  milestones: [],
  experiences: [],
  vocabulary: { events: [], userTraits: [], accountTraits: [] },
}

/** Reads what rules can speak of, for the environment that is shown. */
export function useKnown(): Known {
  const { id } = environment.value
  const allSegments = useResource('segments', segments.list)
  const allMilestones = useResource('milestones', milestones.list)
  const allExperiences = useResource('experiences', experiences.list)
  const words = useResource(`${id}/vocabulary`, () => vocabulary.of(id))
  return {
    segments: allSegments.data ?? [],
    milestones: (allMilestones.data ?? []).map(({ key, name }) => ({
      id: key,
      name: localise(name, locale.value),
    })),
    experiences: allExperiences.data ?? [],
    vocabulary: words.data ?? nothingKnown.vocabulary,
  }
}

/** Values that tills have sent for a trait. */
export const traitValues = (known: Known, of: 'user' | 'account', name: string) =>
  (of === 'user' ? known.vocabulary.userTraits : known.vocabulary.accountTraits).find(
    (trait) => trait.name === name,
  )?.values ?? []
