/**
 * Tells the runner where this server listens, and at each question how much CPU it has used, in microseconds, or what
 * memory it holds after a collection (`node --expose-gc`).
 */
export function compete(port: number) {
  process.on('message', (question) => process.send!(question === 'heap' ? heap() : cpu()))
  process.once('disconnect', () => process.exit())
  process.send!(port)
}

function cpu() {
  const { user, system } = process.cpuUsage()
  return user + system
}

function heap() {
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: heapUsed, outside: external, rss }
}
