// Finds a Chromium for the tests, or installs one, or says in one sentence what is missing. Never skips in silence.
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Flags that keep a test browser quiet and off the network, and let it start as root in a container. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** The path of a Chromium that can be started. Installs Debian's if there is none; throws if that fails too. */
export function chromiumPath() {
  return find() ?? install() ?? fail()
}

function find() {
  const configured = process.env.CHROMIUM_PATH
  if (configured) {
    if (runnable(configured)) return configured
    throw new Error(`CHROMIUM_PATH is ${configured}, which is not a program that can be started.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...places].find(runnable) ?? playwrightsOwn()
}

function runnable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

// `npx playwright install chromium` puts a browser into Playwright's cache; a machine that has it needs no other.
function playwrightsOwn() {
  const script = "import { chromium } from 'playwright'; process.stdout.write(chromium.executablePath())"
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return stdout && runnable(stdout) ? stdout : undefined
}

function install() {
  try {
    if (process.platform === 'linux' && process.getuid?.() === 0 && runnable('/usr/bin/apt-get')) {
      execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
      execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore' })
    } else {
      execFileSync('npx', ['playwright', 'install', 'chromium'], {
        stdio: 'ignore',
        shell: process.platform === 'win32',
      })
    }
  } catch {
    return undefined
  }
  return find()
}

function fail() {
  throw new Error(
    'The browser tests need a Chromium: install one, or set CHROMIUM_PATH to its program file, and run the command again.',
  )
}
