import type { Condition } from '#contract/condition'
import type { Content, Draft, Kind } from '#contract/experience'
import type { MilestoneInput } from '#contract/milestone'
import type { Kit } from './kit'

/** What Customer Success writes. It belongs to the workspace; an environment only publishes versions of it. */
export const libraryTables = ({ table, text, int, moment, json, index, uniqueIndex, primaryKey }: Kit) => ({
  experiences: table(
    'experiences',
    {
      workspace: text().notNull(),
      id: text().notNull(),
      kind: text().$type<Kind>().notNull(),
      name: text().notNull(),
      /** Perhaps unfinished: parse it before relying on its shape. */
      draft: json<Record<string, unknown>>().notNull(),
      /** SHA-256 of the draft in canonical form: an equal draft is no new version. */
      draftHash: text().notNull(),
      revision: int().notNull(),
      createdAt: moment().notNull(),
      updatedAt: moment().notNull(),
      updatedBy: text().notNull(),
      /** Removed, but kept so that it can be brought back. */
      deletedAt: moment(),
    },
    (t) => [primaryKey({ columns: [t.workspace, t.id] })],
  ),

  /** A draft frozen by publishing, and the content that tills download under its hash. */
  versions: table(
    'versions',
    {
      workspace: text().notNull(),
      experience: text().notNull(),
      number: int().notNull(),
      hash: text().notNull(),
      content: json<Content>().notNull(),
      draft: json<Draft>().notNull(),
      draftHash: text().notNull(),
      createdAt: moment().notNull(),
      createdBy: text().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.workspace, t.experience, t.number] }),
      index('versions_hash').on(t.workspace, t.hash),
    ],
  ),

  /** Where an experience stands in an environment. An unpublished row stays: tills may hold a cached bundle with it. */
  publications: table(
    'publications',
    {
      environment: text().notNull(),
      experience: text().notNull(),
      version: int().notNull(),
      publishedAt: moment().notNull(),
      publishedBy: text().notNull(),
      unpublishedAt: moment(),
      unpublishedBy: text(),
    },
    (t) => [primaryKey({ columns: [t.environment, t.experience] })],
  ),

  segments: table(
    'segments',
    {
      workspace: text().notNull(),
      id: text().notNull(),
      name: text().notNull(),
      condition: json<Condition>().notNull(),
      revision: int().notNull().default(0),
      createdAt: moment().notNull(),
      updatedAt: moment().notNull(),
      updatedBy: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.workspace, t.id] })],
  ),

  milestones: table(
    'milestones',
    {
      workspace: text().notNull(),
      id: text().notNull(),
      key: text().notNull(),
      /** All that the contract says of it, as it was sent. */
      definition: json<MilestoneInput>().notNull(),
      position: int().notNull(),
      revision: int().notNull().default(0),
      createdAt: moment().notNull(),
      updatedAt: moment().notNull(),
      updatedBy: text().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.workspace, t.id] }),
      uniqueIndex('milestones_key').on(t.workspace, t.key),
    ],
  ),
})
