import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build'

// `npm run dev`: the whole product with its parts rebuilt as you write. Console on 4002, proxied to the API on 4000.

const bin = (name: string) => join('node_modules', '.bin', name)
const children: ChildProcess[] = []
const run = (name: string, ...args: string[]) =>
  children.push(spawn(bin(name), args, { stdio: 'inherit' }).on('exit', (code) => code && stop(code)))

function stop(code = 0): never {
  for (const child of children) child.kill()
  process.exit(code)
}

build()
run('rollup', '-c', '--configPlugin', 'esbuild', '--watch', '--silent')
run('vite', 'build', 'demo-app', '--watch', '--logLevel', 'warn')
run('vite', 'console', '--port', '4002', '--strictPort')
run('tsx', 'watch', '--clear-screen=false', '--include', 'api/**/*', 'scripts/start.ts')
process.once('SIGINT', () => stop())
process.once('SIGTERM', () => stop())
