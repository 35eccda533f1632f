// The table of Jupyter's signature database, made where it is missing and never changed where it is there.
import { NbtrustError } from '../lib/errors.js'
import { type SqliteClient, SqliteFailure } from './sqlite-client.js'
import { isAwareTime, type LastSeenFormat } from './sqlite-time.js'
import type { Patience, SqliteTransactions } from './sqlite-transactions.js'

// As nbformat makes it (nbformat/sign.py, SQLiteSignatureStore.init_db). `path` stays NULL.
const createTable = `CREATE TABLE IF NOT EXISTS nbsignatures
            (
                id integer PRIMARY KEY AUTOINCREMENT,
                algorithm text,
                signature text,
                path text,
                last_seen timestamp
            )`
const createIndex = 'CREATE INDEX IF NOT EXISTS algosig ON nbsignatures(algorithm, signature)'
const columns = ['id', 'algorithm', 'signature', 'last_seen']

/**
 * Makes table and index in an empty database. A database that has them is only read, so that one which this user may not
 * write to can still be asked. Rejects with `ERR_STORE_CORRUPT` where the table is not nbformat's; nothing is changed then.
 */
export async function prepareSchema(
  client: SqliteClient,
  transactions: SqliteTransactions,
  patience: Patience,
): Promise<void> {
  const found = await transactions.read(() => objects(client), patience)
  if (!found.has('nbsignatures')) {
    await transactions.write(() => {
      client.run(createTable)
      client.run(createIndex)
    }, patience)
  }
  const names = await transactions.read(
    () => new Set(client.all('PRAGMA table_info(nbsignatures)').map((row) => row.name)),
    patience,
  )
  const missing = columns.filter((name) => !names.has(name))
  const isView = found.get('nbsignatures') === 'view'
  if (missing.length > 0 || isView) {
    const why = isView ? 'its nbsignatures is a view' : `its table nbsignatures lacks ${missing.join(', ')}`
    throw new NbtrustError(
      'ERR_STORE_CORRUPT',
      `${client.file} is a database, but not of signatures: ${why}.`,
      { place: client.file },
    )
  }
  if (found.has('nbsignatures') && !found.has('algosig')) {
    await transactions.write(() => client.run(createIndex), patience)
  }
}

/** Looks through the file. Throws an `SqliteFailure` of kind `corrupt` that says what is wrong. */
export function assertSound(client: SqliteClient): void {
  const [row] = client.all('PRAGMA quick_check(1)')
  const said = row && Object.values(row)[0]
  if (said !== 'ok') throw new SqliteFailure('corrupt', String(said))
}

/** How the other programs that use this database write the time. */
export function lastSeenFormat(client: SqliteClient): LastSeenFormat {
  const aware = client.all(`SELECT 1 FROM nbsignatures WHERE ${isAwareTime} LIMIT 1`)
  return aware.length > 0 ? 'aware' : 'naive'
}

function objects(client: SqliteClient): Map<unknown, unknown> {
  const rows = client.all("SELECT name, type FROM sqlite_master WHERE tbl_name = 'nbsignatures'")
  return new Map(rows.map((row) => [row.name, row.type]))
}
