import type { errors as source } from './pt-BR'

export const errors: typeof source = {
  byCode: {
    bad_request: {
      title: 'The request was not understood',
      detail: 'Nothing changed. Reload and try again.',
    },
    invalid: { title: 'Some fields need a correction', detail: 'Nothing is lost. Mend the marked fields.' },
    not_signed_in: { title: 'Your session has ended', detail: 'Sign in again to go on where you were.' },
    wrong_password: {
      title: 'E-mail or password is wrong',
      detail: 'Check both, or ask an owner of the workspace for a new invitation.',
    },
    forbidden: {
      title: 'Your role does not allow this',
      detail: 'Nothing changed. Ask an owner of the workspace.',
    },
    unknown_key: {
      title: 'This environment key is not known',
      detail: 'Copy the key again under Installation.',
    },
    secret_key_in_browser: {
      title: 'A secret key came from a browser',
      detail: 'Replace the key now and keep the new one on your server.',
    },
    identity_required: {
      title: 'This environment accepts signed identities only',
      detail: 'Send the token made by your server.',
    },
    identity_invalid: {
      title: 'The identity token is not valid',
      detail: 'Check the secret, the algorithm (HS256), sub and exp.',
    },
    not_found: {
      title: 'This no longer exists',
      detail: 'Somebody else may have removed it. Everything else is as it was.',
    },
    conflict: {
      title: 'Somebody else changed this first',
      detail: 'Your version is kept here. Load the newer one or keep yours.',
    },
    not_publishable: {
      title: 'This cannot be published yet',
      detail: 'The draft is saved. The list says what is missing.',
    },
    in_use: { title: 'This is still in use', detail: 'Nothing changed. Remove it there first.' },
    invitation_invalid: {
      title: 'This invitation is no longer valid',
      detail: 'It was used or has expired. Ask an owner of the workspace for a new one.',
    },
    too_large: {
      title: 'This is too much for one request',
      detail: 'Nothing is lost. Send less at a time.',
    },
    too_many: {
      title: 'Too many requests in a row',
      detail: 'Nothing is lost. Wait a moment and try again.',
    },
    unavailable: {
      title: 'The service is busy',
      detail: 'Tills go on showing contents. Try again in a moment.',
    },
    internal: {
      title: 'Something failed on our side',
      detail: 'Tills go on showing contents and events keep arriving. Try again.',
    },
  },
  offline: {
    title: 'No connection to the server',
    detail: 'What you wrote is still on this screen. Try again when the connection is back.',
  },
  unreadable: {
    title: 'The answer was not understood',
    detail: 'Nothing changed. Reload the page; if it stays, tell support.',
  },
  broken: { title: 'This page has stopped', detail: 'What was saved is safe. Reload to go on.' },
  goTo: (page) => `Go to ${page}`,
  noPage: {
    title: 'This page does not exist',
    detail: 'The address may have changed. Go back to the contents.',
    action: 'Go to Contents',
  },
  code: 'Code',
}
