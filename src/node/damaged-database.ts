// Sets a damaged database aside so that nothing is overwritten, and no other process's new database is taken for the damaged one.
import { randomBytes } from 'node:crypto'
import { constants, copyFile, link, open, rename, stat, unlink } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { NbtrustError } from '../lib/errors.js'
import { type SqliteClient, SqliteFailure, storeError } from '../signatures/sqlite-client.js'
import { fileErrorReason, systemErrorCode } from './file-errors.js'
import { followLinks } from './follow-links.js'
import { keepOwner, type Ownership } from './keep-owner.js'
import { openSqlite } from './sqlite-client.js'

/** How setting aside asks and waits. */
export interface SetAsideOptions {
  /** Looks at the database once more, when no other process is setting it aside. */
  readonly isDamaged: () => Promise<boolean>
  /** How long another process that is setting it aside is waited for, in milliseconds. */
  readonly timeout: number
}

/**
 * Renames a damaged database to the first free one of `….bak`, `….bak.1`, …, and leaves an empty file with the same mode, owner
 * and group, as far as this user may set them, in its place. A symbolic link to it stays. Returns the new name, or undefined if
 * another process has replaced the database meanwhile.
 *
 * @throws NbtrustError `ERR_STORE_CORRUPT` if it can't be renamed, `ERR_STORE_BLOCKED` if another process takes too long.
 */
export async function setAside(database: string, options: SetAsideOptions): Promise<string | undefined> {
  const path = await followLinks(database)
  // Two processes that find the damage at once must not rename one after the other: the second would rename the first one's
  // new database. A lock that the system drops with the process needs no cleaning up, so the empty file may stay.
  const lock = await lockFile(path, options.timeout)
  try {
    return (await options.isDamaged()) ? await renameDamaged(path) : undefined
  } catch (error) {
    if (error instanceof NbtrustError) throw error
    throw new NbtrustError(
      'ERR_STORE_CORRUPT',
      `${path} is damaged and could not be set aside: ${fileErrorReason(error)}.`,
      { place: path, cause: error },
    )
  } finally {
    lock.close()
  }
}

async function renameDamaged(path: string): Promise<string> {
  const damaged = await stat(path)
  const backup = await keep(path)
  // Renamed over it, so that nobody ever finds nothing there, and makes a database of their own.
  const empty = `${path}.${randomBytes(6).toString('hex')}.new`
  await createEmpty(empty, damaged)
  await rename(empty, path).catch(async (error: unknown) => {
    await unlink(empty)
    throw error
  })
  return backup
}

// Exclusive, so that a file that SQLite may have locked is never opened: closing it would drop the locks of this process (POSIX).
async function createEmpty(path: string, like: Ownership): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  await keepOwner(file, like).finally(() => file.close())
}

// A link fails where the name is taken; a rename would overwrite it.
async function keep(path: string): Promise<string> {
  for (let number = 0; ; number++) {
    const backup = number === 0 ? `${path}.bak` : `${path}.bak.${number}`
    try {
      await link(path, backup).catch(async (error: unknown) => {
        if (systemErrorCode(error) === 'EEXIST') throw error
        await copyFile(path, backup, constants.COPYFILE_EXCL)
      })
      return backup
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') throw error
    }
  }
}

async function lockFile(database: string, timeout: number): Promise<SqliteClient> {
  const path = `${database}.replacing`
  await createEmpty(path, await stat(database)).catch((error: unknown) => {
    if (systemErrorCode(error) !== 'EEXIST') throw error
  })
  const deadline = performance.now() + timeout
  while (true) {
    let client: SqliteClient | undefined
    try {
      client = openSqlite(path)
      client.run('BEGIN EXCLUSIVE')
      return client
    } catch (error) {
      client?.close()
      const busy = error instanceof SqliteFailure && error.kind === 'busy'
      if (!busy || performance.now() > deadline) throw storeError(error, path)
      await wait(25)
    }
  }
}
