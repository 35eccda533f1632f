// Opens SQLite with what this Node has: its own node:sqlite, or the better-sqlite3 package.
import { createRequire } from 'node:module'
import { NbtrustError } from '../lib/errors.js'
import {
  type SqliteClient,
  SqliteFailure,
  type SqliteFailureKind,
  type SqliteRow,
  type SqliteValue,
  sqliteFailureKind,
} from '../signatures/sqlite-client.js'

/** Which of the two libraries is asked. */
export type SqliteEngine = 'node:sqlite' | 'better-sqlite3'

// What node:sqlite (DatabaseSync) and better-sqlite3 (Database) have in common, as far as it is used here.
interface Statement {
  run(...parameters: SqliteValue[]): { readonly changes: number | bigint }
  all(...parameters: SqliteValue[]): unknown[]
}
interface Database {
  prepare(sql: string): Statement
  close(): void
}
type DatabaseClass = new (file: string, options?: { readonly timeout?: number }) => Database

/**
 * Opens a database file; SQLite makes it if it is not there. Locks are the operating system's own, so Jupyter can have the
 * same file open. `engine` is for tests: by default node:sqlite where this Node has it (22.13 and later), else better-sqlite3.
 *
 * @throws NbtrustError `ERR_MISSING_DEPENDENCY` if there is neither. @throws SqliteFailure if the file cannot be opened.
 */
export function openSqlite(file: string, engine: SqliteEngine = defaultEngine()): SqliteClient {
  const Database = engine === 'node:sqlite' ? nodeSqlite() : betterSqlite()
  if (!Database) {
    throw new NbtrustError(
      'ERR_MISSING_DEPENDENCY',
      'The signature database needs SQLite: use Node 22.13 or later, or install the package better-sqlite3.',
    )
  }
  const database = guarded(() => new Database(file, { timeout: 0 }))
  const statements = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    const statement = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  return {
    file,
    run: (sql, parameters = []) => guarded(() => Number(prepare(sql).run(...parameters).changes)),
    all: (sql, parameters = []) =>
      guarded(() =>
        prepare(sql)
          .all(...parameters)
          .filter(isRow),
      ),
    close: () => guarded(() => database.close()),
  }
}

/** The library that `openSqlite` uses here. */
export function defaultEngine(): SqliteEngine {
  return nodeSqlite() ? 'node:sqlite' : 'better-sqlite3'
}

// A plain import of node:sqlite would fail on a Node that lacks it.
function nodeSqlite(): DatabaseClass | undefined {
  const module: unknown = process.getBuiltinModule('node:sqlite')
  return hasClass(module, 'DatabaseSync') ? module.DatabaseSync : undefined
}

function betterSqlite(): DatabaseClass | undefined {
  try {
    const module: unknown = createRequire(import.meta.url)('better-sqlite3')
    return isClass(module) ? module : undefined
  } catch {
    return undefined
  }
}

function hasClass<Name extends string>(
  module: unknown,
  name: Name,
): module is Readonly<Record<Name, DatabaseClass>> {
  return typeof module === 'object' && module !== null && isClass(Reflect.get(module, name))
}

function isClass(value: unknown): value is DatabaseClass {
  return typeof value === 'function'
}

function isRow(value: unknown): value is SqliteRow {
  return typeof value === 'object' && value !== null
}

function guarded<T>(call: () => T): T {
  try {
    return call()
  } catch (cause) {
    const kind = failureKind(cause)
    if (!kind || !(cause instanceof Error)) throw cause
    throw new SqliteFailure(kind, cause.message, { cause })
  }
}

// node:sqlite gives the result code as a number (`errcode`), better-sqlite3 by name (`code`: SQLITE_BUSY, SQLITE_IOERR_READ).
function failureKind(error: unknown): SqliteFailureKind | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const number: unknown = Reflect.get(error, 'errcode')
  if (typeof number === 'number') return sqliteFailureKind(number)
  const name: unknown = Reflect.get(error, 'code')
  if (typeof name === 'string' && name.startsWith('SQLITE_')) {
    const code = resultCodes.find(([prefix]) => name === prefix || name.startsWith(`${prefix}_`))?.[1]
    return sqliteFailureKind(code ?? 1)
  }
  // better-sqlite3 looks for the folder itself before it asks SQLite.
  return error instanceof TypeError && /directory does not exist/.test(error.message)
    ? 'unavailable'
    : undefined
}

const resultCodes: readonly (readonly [string, number])[] = [
  ['SQLITE_BUSY', 5],
  ['SQLITE_LOCKED', 6],
  ['SQLITE_READONLY', 8],
  ['SQLITE_CORRUPT', 11],
  ['SQLITE_FULL', 13],
  ['SQLITE_NOTADB', 26],
]
