// Writes a file so that at every moment either the old or the new one is there, whole.
import { randomBytes } from 'node:crypto'
import {
  access,
  constants,
  type FileHandle,
  open,
  readlink,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { systemErrorCode } from './file-errors.js'

/** What the new file is like. */
export interface ReplaceOptions {
  /** The mode of a file that was not there before; one that was there keeps its own. Default: what the umask leaves of 0666. */
  readonly mode?: number
}

interface OldFile {
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

/**
 * Replaces a file when the new content is complete and on the disk. Mode, owner (where this user may set it) and a symbolic
 * link are kept. Rejects with the system's own error; the old file is unchanged then.
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
  options: ReplaceOptions = {},
): Promise<void> {
  const target = await followLinks(path)
  const old = await stat(target).catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return undefined
    throw error
  })
  // Renaming would replace a file that is write-protected.
  if (old) await access(target, constants.W_OK)
  const temporary = join(
    dirname(target),
    `.${basename(target).slice(0, 200)}.${randomBytes(6).toString('hex')}.tmp`,
  )
  try {
    const file = await open(temporary, 'wx', old ? 0o600 : (options.mode ?? 0o666))
    try {
      await file.writeFile(content)
      if (old) await keepOwnerAndMode(file, old)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(target))
}

async function keepOwnerAndMode(file: FileHandle, old: OldFile): Promise<void> {
  const { uid, gid } = await file.stat()
  if (uid !== old.uid || gid !== old.gid) await file.chown(old.uid, old.gid).catch(() => undefined)
  await file.chmod(old.mode & 0o7777)
}

// The rename itself is only on the disk when the folder is. Windows can't open folders.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle
    ?.sync()
    .catch(() => undefined)
    .finally(() => handle.close())
}

// Also where the link leads to a file that is not there yet.
async function followLinks(path: string): Promise<string> {
  const real = await realpath(path).catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return undefined
    throw error
  })
  if (real !== undefined) return real
  const link = await readlink(path).catch(() => undefined)
  return link === undefined ? path : await followLinks(resolve(dirname(path), link))
}
