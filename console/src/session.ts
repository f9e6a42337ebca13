import { computed, signal } from '@preact/signals'
import type { Environment, Me, Role } from '#contract/workspace'
import { type ApiError, whenSignedOut } from './api/client'
import { hasExpired } from './api/connection'
import { session } from './api/session'
import { remembered } from './remembered'
import { forgetResources } from './resource'

/** Who is signed in: `undefined` until the server has answered, `null` for nobody. */
export const me = signal<Me | null | undefined>(undefined)
export const startFailure = signal<ApiError | undefined>(undefined)

const chosenEnvironment = remembered<string>('trilha.environment', '')

/** The environment whose tills, people and figures are shown. Only read where somebody is signed in. */
export const environment = computed<Environment>(() => {
  const all = me.value?.environments ?? []
  return (
    all.find(({ id }) => id === chosenEnvironment.value) ??
    all.find(({ kind }) => kind === 'production') ??
    all[0]!
  )
})

export function chooseEnvironment(id: string) {
  chosenEnvironment.value = id
}

/** Each includes the one before it. Written here again so that no schema library reaches the browser. */
export const roles = ['viewer', 'author', 'owner'] as const satisfies readonly Role[]

/** Whether the signed-in person may do what needs `role`. */
export const may = (role: Role) => roles.indexOf(me.value?.user.role ?? 'viewer') >= roles.indexOf(role)

export async function startSession() {
  startFailure.value = undefined
  try {
    me.value = await session.me()
  } catch (error) {
    const failure = error as ApiError
    if (failure.code === 'not_signed_in') me.value = null
    else startFailure.value = failure
  }
}

/** Rejects with `wrong_password`. */
export async function signIn(email: string, password: string) {
  enter(await session.signIn(email, password))
}

export function enter(person: Me) {
  me.value = person
  hasExpired.value = false
}

export async function signOut() {
  await session.signOut()
  forgetResources()
  me.value = null
}

whenSignedOut(() => {
  if (me.value) hasExpired.value = true
})
