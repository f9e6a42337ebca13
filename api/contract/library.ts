import { z } from 'zod'
import type { Condition } from './condition'
import type { Issue } from './errors'
import type { Draft, Kind } from './experience'

/** Where an experience stands in one environment. */
export interface Publication {
  environment: string
  version: number
  publishedAt: number
  publishedBy: string
}

/** A row of GET /api/experiences. */
export interface ExperienceRow {
  id: string
  kind: Kind
  name: string
  /** Steps or tasks. */
  parts: number
  /** Of the draft; it may be unfinished. */
  audience: Condition
  publications: Publication[]
  /** The draft differs from what is published in some environment, or is published nowhere. */
  changed: boolean
  updatedAt: number
  updatedBy: string
}

/** GET /api/experiences/:id */
export interface Experience {
  id: string
  draft: Draft
  /** Rises by one per save; a save names the one it is based on, or answers `conflict`. */
  revision: number
  updatedAt: number
  updatedBy: string
  publications: Publication[]
  /** As the list says it. */
  changed: boolean
  /** What keeps it from being published now; paths into the draft. */
  issues: Issue[]
}

/** PUT /api/experiences/:id/draft. A draft may be unfinished: it is saved as it is and `issues` tells what is missing. */
export const DraftSave = z.strictObject({
  revision: z.number().int().min(0),
  draft: z.record(z.string(), z.unknown()),
})

export const PublishRequest = z.strictObject({
  environment: z.string().min(1).max(60),
  revision: z.number().int().min(0),
})

/** GET /api/experiences/:id/versions, newest first. */
export interface Version {
  version: number
  hash: string
  createdAt: number
  createdBy: string
  environments: string[]
}
