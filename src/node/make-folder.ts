// Makes a folder where data is kept. Node's own `recursive` never ends where a folder cannot be made although its parent is
// there, as in /proc.
import { mkdir, opendir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { systemErrorCode } from './file-errors.js'

/** Makes a folder (mode 0700) and those above it, unless they are there. Rejects with what the system says. */
export async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return
  const parent = dirname(path)
  if (parent !== path) await makeFolder(parent)
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error
    // Somebody else made it in this moment, or it is none, which this says.
    await (await opendir(path)).close()
  }
}

async function isFolder(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined)
  return stats?.isDirectory() === true
}
