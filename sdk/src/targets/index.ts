export { find, has, type Wanted } from './find'
export { type Found, locate } from './locate'
export { isVisible } from './page'
export { waitFor, watch } from './watch'
