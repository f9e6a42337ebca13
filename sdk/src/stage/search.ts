// The search by fingerprint: a chunk of its own, because a host that marks its elements never needs it.

export { whyMissing } from '../targets/absent'
export { locate } from '../targets/locate'
export { saysOf, textOf } from '../targets/signals'
