// A surface folded away, and where there is room for it: fetched behind the first card, needed only later.
export { Pill } from './pill'
export { putAside } from './spare'
