/** Every error has a code for programs and a sentence that says what to do. HTTP status beside it. */
export const errors = {
  bad_request: [400, 'The request could not be read. Check its JSON against the documentation.'],
  invalid: [422, 'Some fields are not valid. See "issues" for each one.'],
  not_signed_in: [401, 'Sign in and try again.'],
  wrong_password: [401, 'E-mail or password is wrong. Check both, or ask an owner for a new invitation.'],
  forbidden: [403, 'Your role does not allow this. Ask an owner of the workspace.'],
  unknown_key: [404, 'This environment key is not known. Copy it again from Configuração › Instalação.'],
  secret_key_in_browser: [
    403,
    'A secret key came from a browser. Replace it at once and keep it on your server.',
  ],
  identity_required: [
    403,
    'This environment accepts signed identities only. Send a token from your back end.',
  ],
  identity_invalid: [
    403,
    'The identity token is not valid. Check its secret, algorithm (HS256), sub and exp.',
  ],
  not_found: [404, 'This does not exist, or was removed.'],
  conflict: [409, 'Someone else changed this meanwhile. Load the newer state and apply your change again.'],
  not_publishable: [422, 'This cannot be published yet. See "issues" for what is missing.'],
  in_use: [409, 'This is still used elsewhere. Remove it there first.'],
  invitation_invalid: [410, 'This invitation was used or has expired. Ask for a new one.'],
  too_large: [413, 'This is too much at once. Send less per request.'],
  too_many: [429, 'Too many requests. Wait for the time in Retry-After.'],
  unavailable: [503, 'The service is busy. Try again after the time in Retry-After.'],
  internal: [500, 'Something went wrong here. Try again; if it stays, report the time and this code.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>

export type ErrorCode = keyof typeof errors

/** One thing that is wrong with what was sent: where (`steps.2.title`) and what to do. */
export interface Issue {
  path: string
  code: string
  message: string
}

/** RFC 9457 body, served as `application/problem+json`. */
export interface Problem {
  type: string
  title: string
  status: number
  code: ErrorCode
  detail?: string
  issues?: Issue[]
  /** With `conflict`: what stands there now, as reading it would answer. */
  current?: unknown
}
