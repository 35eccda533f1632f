// Remembers which file had which digest when it was signed, so that "changed" can be told from "never signed". A help for
// people only: nothing here ever makes a notebook trusted, and losing it does no harm.
import type { SqliteClient } from '../signatures/sqlite-client.js'
import { SqliteTransactions } from '../signatures/sqlite-transactions.js'
import { createDatabaseFile } from './signature-database.js'
import { openSqlite } from './sqlite-client.js'

/** When a file was signed, and as what. */
export interface SignedFile {
  readonly path: string
  /** nbformat's digest, lower-case hex. */
  readonly digest: string
}

/** What is known about signed files. No method ever rejects: whatever goes wrong counts as not known. */
export interface SignedFiles {
  remember(files: readonly SignedFile[]): Promise<void>
  /** The digest that the file at this absolute path had when it was last signed, and when that was. */
  recall(path: string): Promise<{ readonly digest: string; readonly signedAt: Date } | undefined>
  forget(path: string): Promise<void>
  clear(): Promise<void>
  close(): void
}

const patience = { timeout: 2000 }
const unknown: SignedFiles = {
  remember: async () => undefined,
  recall: async () => undefined,
  forget: async () => undefined,
  clear: async () => undefined,
  close: () => undefined,
}

/**
 * Opens the record in a database of its own: Jupyter's has a column for the path, but Jupyter leaves it empty, and a notebook
 * may be signed in many places.
 */
export async function openSignedFiles(path: string): Promise<SignedFiles> {
  let client: SqliteClient | undefined
  try {
    await createDatabaseFile(path)
    client = openSqlite(path)
    const files = new Database(client)
    await files.prepare()
    return files
  } catch {
    client?.close()
    return unknown
  }
}

class Database implements SignedFiles {
  readonly #client: SqliteClient
  readonly #transactions: SqliteTransactions

  constructor(client: SqliteClient) {
    this.#client = client
    this.#transactions = new SqliteTransactions(client)
  }

  async prepare(): Promise<void> {
    const sql =
      'CREATE TABLE IF NOT EXISTS signed_files (path TEXT PRIMARY KEY, digest TEXT, signed_at INTEGER)'
    await this.#transactions.write(() => this.#client.run(sql), patience)
  }

  async remember(files: readonly SignedFile[]): Promise<void> {
    const sql = 'INSERT OR REPLACE INTO signed_files (path, digest, signed_at) VALUES (?, ?, ?)'
    await this.#try(() => {
      for (const { path, digest } of files) this.#client.run(sql, [path, digest, Date.now()])
    })
  }

  async recall(path: string): Promise<{ digest: string; signedAt: Date } | undefined> {
    const sql = 'SELECT digest, signed_at FROM signed_files WHERE path = ?'
    const rows = await this.#transactions.read(() => this.#client.all(sql, [path]), patience).catch(() => [])
    const [row] = rows
    const signedAt = new Date(typeof row?.signed_at === 'number' ? row.signed_at : Number.NaN)
    return row && !Number.isNaN(signedAt.getTime()) ? { digest: String(row.digest), signedAt } : undefined
  }

  async forget(path: string): Promise<void> {
    await this.#try(() => this.#client.run('DELETE FROM signed_files WHERE path = ?', [path]))
  }

  async clear(): Promise<void> {
    await this.#try(() => this.#client.run('DELETE FROM signed_files'))
  }

  close(): void {
    this.#client.close()
  }

  async #try(statements: () => unknown): Promise<void> {
    await this.#transactions.write(statements, patience).catch(() => undefined)
  }
}
