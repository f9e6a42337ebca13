import type { session as source } from './pt-BR'

export const session: typeof source = {
  title: 'Sign in',
  heading: 'Sign in to Trilha',
  sentence: 'Guide every shop to its first sale, and see that it worked.',
  email: 'E-mail',
  password: 'Password',
  show: 'Show password',
  hide: 'Hide password',
  submit: 'Sign in',
  submitting: 'Signing in',
  needEmail: 'Write your e-mail, such as ana@yourcompany.com.',
  needPassword: 'Write your password.',
  noAccount: 'Access is by invitation. Ask an owner of the workspace for one.',
  expired: 'Your session has ended. Sign in again to go on where you were.',
  invitationTitle: 'Accept invitation',
  invitationHeading: (workspace) => `You are invited to ${workspace}`,
  invitationSentence: (name, email) => `Hello, **${name}**. Create a password to sign in with **${email}**.`,
  newPassword: 'New password',
  passwordHelp: 'At least 10 characters. A short sentence is easy to remember.',
  passwordShort: 'Use 10 characters or more.',
  accept: 'Create password and sign in',
}
