// What the SQLite store asks of a database connection: a small synchronous face that node:sqlite and better-sqlite3 both
// have, and failures sorted into the few kinds that are answered differently.
import { NbtrustError } from '../lib/errors.js'

/** What is bound to a statement: texts, numbers and nothing. */
export type SqliteValue = string | number | null
/** A row by its columns' names. */
export type SqliteRow = Readonly<Record<string, unknown>>

/**
 * One open connection. Methods are synchronous and throw an `SqliteFailure`. The connection must answer "busy" at once (a
 * busy timeout of 0): the store does the waiting, because waiting inside SQLite would stop the event loop.
 */
export interface SqliteClient {
  /** The database file, for messages. */
  readonly file: string
  /** Runs a statement that returns no rows; returns how many rows it changed. */
  run(sql: string, parameters?: readonly SqliteValue[]): number
  /** Runs a statement that returns rows. */
  all(sql: string, parameters?: readonly SqliteValue[]): readonly SqliteRow[]
  /** Closes the connection; an open transaction is rolled back. */
  close(): void
}

/**
 * `busy`: another connection holds a lock that is in the way. `corrupt`: the file is damaged or no database. `full`: no room
 * left. `readonly`: this process may not write. `unavailable`: everything else (no permission, input/output error).
 */
export type SqliteFailureKind = 'busy' | 'corrupt' | 'full' | 'readonly' | 'unavailable'

/** What a client throws when SQLite refuses. */
export class SqliteFailure extends Error {
  override readonly name = 'SqliteFailure'
  readonly kind: SqliteFailureKind

  constructor(kind: SqliteFailureKind, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.kind = kind
  }
}

// Primary result codes, https://www.sqlite.org/rescode.html. SQLITE_LOCKED is a lock inside one process.
const kinds: ReadonlyMap<number, SqliteFailureKind> = new Map([
  [5, 'busy'],
  [6, 'busy'],
  [8, 'readonly'],
  [11, 'corrupt'],
  [13, 'full'],
  [26, 'corrupt'],
])

/** The kind of failure that an SQLite result code means. Extended codes carry the primary one in their low byte. */
export function sqliteFailureKind(resultCode: number): SqliteFailureKind {
  return kinds.get(resultCode & 0xff) ?? 'unavailable'
}

/** The `NbtrustError` that tells a caller of the store about this failure. */
export function storeError(failure: unknown, file: string): unknown {
  if (!(failure instanceof SqliteFailure)) return failure
  const details = { place: file, cause: failure }
  switch (failure.kind) {
    case 'busy':
      return new NbtrustError('ERR_STORE_BLOCKED', `Another process has locked ${file}.`, details)
    case 'corrupt':
      return new NbtrustError(
        'ERR_STORE_CORRUPT',
        `${file} is damaged or is not an SQLite database (${failure.message}).`,
        details,
      )
    case 'full':
      return new NbtrustError(
        'ERR_STORE_FULL',
        `There is no room left on the disk of ${file}; nothing was changed.`,
        details,
      )
    case 'readonly':
      return new NbtrustError('ERR_STORE_UNAVAILABLE', `${file} cannot be written to by this user.`, details)
    case 'unavailable':
      return new NbtrustError(
        'ERR_STORE_UNAVAILABLE',
        `${file} cannot be used (${failure.message}).`,
        details,
      )
  }
}
