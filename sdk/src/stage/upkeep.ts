// What a card needs once it stands, and a rule that asks of the page: fetched behind the first card, or before it
// where a rule, an element without a selector or a fact in its words asks for it.
export { defaultTheme } from '#contract/default-theme'
export { playTour } from '../surfaces/tour/play'
export { has } from '../targets'
export { lookUp } from './facts'
export { forget } from './forget'
export { onIdle } from './idle'
export { fetchSearch, watch } from './late-search'
export { watchPulse } from './watch-pulse'
export { mayLoad, waysOf } from './ways'
