import { parseArgs } from 'node:util'
import { killTest } from './kill'
import { powerTest } from './power'

// `npm run bench:durability -- --kills 1000 --cuts 100`: is an acknowledged event on disk, and counted once?

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    cuts: { type: 'string', default: '100' },
    batches: { type: 'string', default: '400' },
  },
})
const [kills, cuts, batches] = [values.kills, values.cuts, values.batches].map(Number) as [
  number,
  number,
  number,
]
let failed = false

if (cuts) {
  console.log(`power loss: ${cuts} cuts each`)
  const normal = powerTest('NORMAL', cuts, batches)
  console.log(
    `  synchronous=NORMAL  ${normal.cutsWithLoss} of ${cuts} cuts lost acknowledged events (${normal.lost} in all)`,
  )
  if (!normal.cutsWithLoss) {
    console.log(
      '  The harness did not see the weaker setting lose data, so its verdict on ours does not count.',
    )
    failed = true
  }
  const full = powerTest('FULL', cuts, batches)
  console.log(
    `  synchronous=FULL    ${full.cutsWithLoss} of ${cuts} cuts lost acknowledged events, ${full.miscounted} miscounted, ${full.broken} broken databases, of ${full.acknowledged} events`,
  )
  failed ||= Boolean(full.cutsWithLoss || full.miscounted || full.broken)
}
if (kills) {
  console.log(`kill -9: ${kills} times under 8 tills`)
  const { acknowledged, stored, lost, miscounted, repeated, integrity, seconds } = await killTest(kills)
  console.log(
    `  ${acknowledged} events acknowledged, ${stored} stored, ${lost} lost, ${miscounted} miscounted, ${repeated} batches sent again, integrity ${integrity}, ${seconds.toFixed(0)} s`,
  )
  failed ||= Boolean(lost || miscounted || integrity !== 'ok')
}
process.exitCode = failed ? 1 : 0
