import { effect } from '@preact/signals'
import { remembered } from '../remembered'
import { activation as activationEn } from './activation/en'
import { activation } from './activation/pt-BR'
import { authoring as authoringEn } from './authoring/en'
import { authoring } from './authoring/pt-BR'
import { busy as busyEn } from './busy/en'
import { busy } from './busy/pt-BR'
import { common as commonEn } from './common/en'
import { common } from './common/pt-BR'
import { condition as conditionEn } from './condition/en'
import { condition } from './condition/pt-BR'
import { contents as contentsEn } from './contents/en'
import { contents } from './contents/pt-BR'
import { editor as editorEn } from './editor/en'
import { editor } from './editor/pt-BR'
import { errors as errorsEn } from './errors/en'
import { errors } from './errors/pt-BR'
import { installation as installationEn } from './installation/en'
import { installation } from './installation/pt-BR'
import { members as membersEn } from './members/en'
import { members } from './members/pt-BR'
import { milestones as milestonesEn } from './milestones/en'
import { milestones } from './milestones/pt-BR'
import { people as peopleEn } from './people/en'
import { people } from './people/pt-BR'
import { report as reportEn } from './report/en'
import { report } from './report/pt-BR'
import { segments as segmentsEn } from './segments/en'
import { segments } from './segments/pt-BR'
import { session as sessionEn } from './session/en'
import { session } from './session/pt-BR'
import { shell as shellEn } from './shell/en'
import { shell } from './shell/pt-BR'
import { targets as targetsEn } from './targets/en'
import { targets } from './targets/pt-BR'
import { why as whyEn } from './why/en'
import { why } from './why/pt-BR'

// One folder per noun, pt-BR the source and en its typed twin. A new noun is a folder and two lines here.
const source = {
  activation,
  authoring,
  busy,
  common,
  condition,
  contents,
  editor,
  errors,
  installation,
  members,
  milestones,
  people,
  report,
  segments,
  session,
  shell,
  targets,
  why,
}
export type Texts = typeof source

const dictionaries: Record<Locale, Texts> = {
  'pt-BR': source,
  en: {
    busy: busyEn,
    common: commonEn,
    condition: conditionEn,
    contents: contentsEn,
    editor: editorEn,
    errors: errorsEn,
    installation: installationEn,
    members: membersEn,
    activation: activationEn,
    authoring: authoringEn,
    milestones: milestonesEn,
    people: peopleEn,
    report: reportEn,
    segments: segmentsEn,
    session: sessionEn,
    shell: shellEn,
    targets: targetsEn,
    why: whyEn,
  },
}

export const locales = ['pt-BR', 'en'] as const
export type Locale = (typeof locales)[number]

export const locale = remembered<Locale>('trilha.locale', preferred(), locales)

/** Every text of the console in the chosen language. Read in a component, it follows a change. */
export const texts = (): Texts => dictionaries[locale.value]

effect(() => {
  if (typeof document !== 'undefined') document.documentElement.lang = locale.value
})

/** Portuguese unless the browser asks for another language first. */
function preferred(): Locale {
  const first = typeof navigator === 'undefined' ? 'pt' : navigator.language
  return first.toLowerCase().startsWith('pt') ? 'pt-BR' : 'en'
}
