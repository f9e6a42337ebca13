// Our tour as one more library for a bench of tour libraries; `npm run build` makes what it stands on, by the
// same compiler, stand-ins and settings as the script that ships.
export { default } from '../../dist/bench/tour.js'
