// Looks for the programs an engine needs, and installs Debian's packages where that is possible.
import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of a program. Throws one sentence if there is none. */
export function program(name: string): string {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram)
  if (!found) throw new Error(`The program ${name} is not on the PATH.`)
  return found
}

/** WebKitGTK's test browser, which Debian keeps with its libraries. */
export function miniBrowser(): string {
  for (const folder of ['/usr/lib', ...below('/usr/lib'), '/usr/libexec']) {
    for (const version of ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0']) {
      const path = join(folder, version, 'MiniBrowser')
      if (isProgram(path)) return path
    }
  }
  throw new Error('WebKitGTK has no MiniBrowser here.')
}

/** Runs `find`; if that fails as root on Debian, installs the packages and tries once more. Throws one sentence. */
export function withPackages<T>(packages: readonly string[], find: () => T): T {
  try {
    return find()
  } catch (error) {
    const wanted = `Install ${packages.join(' ')} and run the command again: ${(error as Error).message}`
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(wanted)
    try {
      const apt = (...args: string[]): void => {
        execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-y', '-qq', ...args], { stdio: 'ignore' })
      }
      apt('update')
      apt('install', '--no-install-recommends', ...packages)
      return find()
    } catch {
      throw new Error(wanted)
    }
  }
}

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes('linux-gnu'))
    .map(({ name }) => join(folder, name))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
