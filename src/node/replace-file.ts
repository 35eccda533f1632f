// Writes a file so that at every moment either the old or the new one is there, whole.
import { randomBytes } from 'node:crypto'
import type { Stats } from 'node:fs'
import { access, constants, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { systemErrorCode } from './file-errors.js'
import { followLinks } from './follow-links.js'
import { keepOwner, type Ownership } from './keep-owner.js'

/** Told the name of a file that is there only while it is written. Returns what to call when it is gone. */
export type TemporaryGuard = (path: string) => () => void

/** What the new file is like. */
export interface ReplaceOptions {
  /** The mode of a file that was not there before. Default: what the umask leaves of 0666. */
  readonly mode?: number
  /** What a file that was there passes on. Where it is `nothing`, the new one is as if it had not been there. */
  readonly keeps?: 'mode and owner' | 'nothing'
  /** Whoever may have to remove what is half written, when a signal ends the process. */
  readonly guard?: TemporaryGuard | undefined
}

/**
 * Replaces a file when the new content is complete and on the disk. Mode, owner and group (where this user may set them) and a
 * symbolic link are kept; where the group can't be, the file is overwritten, so that nobody loses it. A device or a pipe is
 * written to. Rejects with the system's own error; a file that would have been replaced is unchanged then.
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
  options: ReplaceOptions = {},
): Promise<void> {
  const old = await statIfThere(path)
  if (old?.isFile() === false) return await writeInto(path, content)
  const target = await followLinks(path)
  // A link in /dev/fd may lead to a file that has no name any more.
  if (old && !isSame(old, await statIfThere(target))) return await writeInto(path, content)
  // Renaming would replace a file that is write-protected.
  if (old) await access(target, constants.W_OK)
  const name = `.${basename(target).slice(0, 200)}.${randomBytes(6).toString('hex')}.tmp`
  const temporary = join(dirname(target), name)
  const release = options.guard?.(temporary)
  try {
    const heir = options.keeps === 'nothing' ? undefined : old
    if (await writeNew(temporary, content, { ...options, old: heir })) {
      await rename(temporary, target)
    } else {
      // There was room for the whole of it a moment ago, so little can go wrong.
      await rm(temporary, { force: true }).catch(() => undefined)
      await writeInto(target, content)
    }
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined)
    release?.()
  }
  await syncFolder(dirname(target))
}

// False if whoever could use the old file through its group can't use this one.
async function writeNew(
  path: string,
  content: string | Uint8Array,
  { old, mode = 0o666 }: Pick<ReplaceOptions, 'mode'> & { readonly old?: Ownership | undefined },
): Promise<boolean> {
  const file = await open(path, 'wx', old ? 0o600 : mode)
  try {
    await file.writeFile(content)
    const isLikeOld = old === undefined || (await keepOwner(file, old))
    await file.sync()
    return isLikeOld
  } finally {
    await file.close()
  }
}

// Never makes a file: what is written to was there.
async function writeInto(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_TRUNC)
  try {
    await file.writeFile(content)
    // Pipes and most devices can't.
    await file.sync().catch(() => undefined)
  } finally {
    await file.close()
  }
}

async function statIfThere(path: string): Promise<Stats | undefined> {
  return await stat(path).catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return undefined
    throw error
  })
}

function isSame(one: Stats, other: Stats | undefined): boolean {
  return one.dev === other?.dev && one.ino === other.ino
}

// The rename itself is only on the disk when the folder is. Windows can't open folders.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle
    ?.sync()
    .catch(() => undefined)
    .finally(() => handle.close())
}
