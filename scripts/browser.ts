import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Flags for a Chromium that runs as root in a closed network and stays quiet. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC_APPS = ['Google Chrome', 'Chromium'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)

/** Path of an installed Chrome or Chromium: `CHROMIUM_PATH`, then the search path, then macOS applications. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named) return isExecutable(named) ? named : undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...MAC_APPS]
  return candidates.find(isExecutable)
}

/**
 * An installed browser, or one installed now by the means at hand (apt as root, or Homebrew).
 * Throws with a sentence that says what to do when neither works.
 */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found) return found
  if (process.env.CHROMIUM_PATH)
    throw new Error(
      `CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, which cannot be run. Correct it or unset it.`,
    )
  for (const [command, ...steps] of INSTALLERS) {
    if (!has(command!)) continue
    try {
      console.log(`No Chrome or Chromium found; installing one with ${command} …`)
      for (const step of steps)
        execFileSync(step[0]!, step.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] })
      const installed = findBrowser()
      if (installed) return installed
    } catch {
      // The sentence below says what to do.
    }
  }
  throw new Error(
    'No Chrome or Chromium was found and none could be installed. Install one (Debian/Ubuntu: sudo apt-get install chromium; macOS: brew install --cask chromium) or set CHROMIUM_PATH to its program.',
  )
}

const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
const INSTALLERS: [string, ...string[][]][] = [
  [
    'apt-get',
    [...asRoot, 'apt-get', 'update'],
    [...asRoot, 'apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
  ],
  ['brew', ['brew', 'install', '--cask', 'chromium']],
]

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const has = (command: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, command)))

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(ensureBrowser())
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
