// Opens the signature database of a data folder: made for its owner only, and replaced, with the old bytes kept, if it is damaged.
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { NbtrustError } from '../lib/errors.js'
import {
  defaultTimeout,
  type SqliteStore,
  type SqliteStoreOptions,
  sqliteStore,
} from '../signatures/sqlite.js'
import { type SqliteClient, SqliteFailure, storeError } from '../signatures/sqlite-client.js'
import { setAside } from './damaged-database.js'
import { fileErrorReason, systemErrorCode } from './file-errors.js'
import { leadsNowhere } from './follow-links.js'
import { makeFolder } from './make-folder.js'
import { openSqlite, type SqliteEngine } from './sqlite-client.js'

/** How the database is opened. */
export interface SignatureDatabaseOptions extends SqliteStoreOptions {
  /** Told if a damaged database was set aside. By default nobody is. */
  readonly warn?: ((sentence: string) => void) | undefined
  /** For tests; by default the one that this Node has. */
  readonly engine?: SqliteEngine | undefined
}

/**
 * Opens Jupyter's `nbsignatures.db`, and makes it (mode 0600, folder 0700) if there is none. A file that is damaged or no
 * database is renamed to `….bak`, `….bak.1` and so on; one that is locked, unreadable or holds another table is left alone.
 *
 * @throws NbtrustError `ERR_STORE_BLOCKED`, `ERR_STORE_CORRUPT` (a sound database, but not of signatures), `ERR_STORE_FULL`,
 *   `ERR_STORE_UNAVAILABLE`, `ERR_MISSING_DEPENDENCY`; `ERR_ARGUMENT` for a `cacheSize` that is none.
 */
export async function openSignatureDatabase(
  path: string,
  options: SignatureDatabaseOptions = {},
): Promise<SqliteStore> {
  await createDatabaseFile(path)
  const store = await openSound(path, options)
  if (store) return store
  const isDamaged = async () => {
    const sound = await openSound(path, options)
    await sound?.close()
    return sound === undefined
  }
  const backup = await setAside(path, { isDamaged, timeout: options.timeout ?? defaultTimeout })
  if (backup) {
    options.warn?.(`${path} was damaged; it is now ${backup}, and a new signature database was begun.`)
  }
  const fresh = await openSound(path, options)
  if (fresh) return fresh
  throw new NbtrustError('ERR_STORE_CORRUPT', `${path} is damaged and could not be replaced.`, {
    place: path,
  })
}

// Undefined if the file is damaged: then, and only then, it may be set aside.
async function openSound(path: string, options: SignatureDatabaseOptions): Promise<SqliteStore | undefined> {
  let client: SqliteClient
  try {
    client = openSqlite(path, options.engine)
  } catch (error) {
    throw storeError(error, path)
  }
  try {
    return await sqliteStore(client, { ...options, checkIntegrity: true })
  } catch (error) {
    const damaged = error instanceof NbtrustError && error.cause instanceof SqliteFailure
    if (damaged && error.code === 'ERR_STORE_CORRUPT') return undefined
    throw error
  }
}

// SQLite would make the file with the modes that the umask leaves. It is not opened again here: closing a descriptor of a
// database file drops the locks that SQLite holds on it in this process (POSIX).
/** Makes an empty file for a database (mode 0600, folder 0700) unless there is one. @throws NbtrustError `ERR_STORE_…`. */
export async function createDatabaseFile(path: string): Promise<void> {
  try {
    await makeFolder(dirname(path))
    const file = await open(path, 'wx', 0o600)
    await file.close()
  } catch (error) {
    const isThere = systemErrorCode(error) === 'EEXIST'
    // SQLite would make what it leads to, open to whom the umask says.
    if (isThere && !(await leadsNowhere(path))) return
    const reason = isThere ? 'it is a symbolic link that leads nowhere' : fileErrorReason(error)
    const full = systemErrorCode(error) === 'ENOSPC' || systemErrorCode(error) === 'EDQUOT'
    throw new NbtrustError(
      full ? 'ERR_STORE_FULL' : 'ERR_STORE_UNAVAILABLE',
      `The signature database ${path} cannot be made: ${reason}.`,
      { place: path, cause: error },
    )
  }
}
