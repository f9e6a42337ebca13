import type { authoring as source } from './pt-BR'

export const authoring: typeof source = {
  title: 'Edit on screen',
  heading: 'Edit on the application’s screen?',
  sentence:
    'The application’s page will be able to read and change this draft while it is open, and ask by name who would see it. Nothing else.',
  what: 'Draft',
  where: 'Application',
  who: 'On behalf of',
  go: 'Edit on screen',
  no: 'Not now',
  opening: 'Opening the application',
  wait: 'One moment.',
  again: 'Try again',
  back: 'Back to the content',
  contents: 'Back to the contents',
  refused: 'This screen cannot be edited',
  incomplete: 'The address is incomplete. Open the content again and use its Edit on screen button.',
  viewer: 'Your role can only look. Ask an owner of the workspace to let you edit.',
  elsewhere: (origin) =>
    `${origin} is not the registered address of the application. Nothing was sent. If it is a new address, register it under installation.`,
  installation: 'See the installation',
}
