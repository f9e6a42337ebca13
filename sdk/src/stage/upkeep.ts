// What a card needs once it stands, and a rule that asks of the page: fetched behind the first card, or before it
// where a rule, an element without a selector or a fact in its words asks for it.
export { defaultTheme } from '#contract/default-theme'
export { follow } from '../surfaces/frame/follow'
export { keepFrame } from '../surfaces/frame/keep'
export { pillCss } from '../surfaces/frame/pill-style'
export { putAside } from '../surfaces/frame/spare'
export { Folded } from '../surfaces/tour/folded'
export { has } from '../targets'
export { lookUp } from './facts'
export { onIdle } from './idle'
export { fetchSearch, watch, whyMissing } from './late-search'
export { watchPulse } from './watch-pulse'
export { go, isGranted } from './ways'
