import type { Code, CodeRequest } from '#contract/authoring'
import { post } from './client'

export const authoring = {
  /** Rejects with `forbidden` when the application does not run at that origin. */
  code: (request: CodeRequest) => post<Code>('/api/authoring/codes', request),
}
