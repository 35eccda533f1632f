// Finds the Python that has Jupyter's own nbformat, or installs Debian's, or says in one sentence what is missing.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// Debian installs python3-nbformat for its own interpreter, which need not be the first on the PATH.
const candidates = ['/usr/bin/python3', 'python3', 'python']
const packages = ['python3-nbformat', 'jupyter-core']

/** The program of a Python that can import nbformat and jupyter_core. Installs Debian's if there is none; throws if that fails. */
export function pythonPath() {
  return find() ?? install() ?? fail()
}

function find() {
  const configured = process.env.NBTRUST_PYTHON
  return (configured ? [configured] : candidates).find(hasNbformat)
}

function hasNbformat(python) {
  return spawnSync(python, ['-c', 'import nbformat.sign, jupyter_core'], { stdio: 'ignore' }).status === 0
}

function install() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return undefined
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', ...packages], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  return find()
}

function fail() {
  throw new Error(
    "These tests run Jupyter's own nbformat: install it (Debian: apt-get install python3-nbformat jupyter-core), or set NBTRUST_PYTHON to a Python that has it, and run the command again.",
  )
}
