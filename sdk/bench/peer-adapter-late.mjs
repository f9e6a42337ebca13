// Our tour with its part loaded by the first step, as a till does: the file is at hand, but not read or compiled yet.
import source from '../../dist/bench/tour.text.js'

const file = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
let tour
export default {
  popover: () => tour?.popover(),
  async start(steps) {
    tour = (await import(file)).default
    tour.start(steps)
  },
  next: () => tour.next(),
  stop: () => tour.stop(),
}
