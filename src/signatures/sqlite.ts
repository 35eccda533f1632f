// Jupyter's signature database as a store: the same table, the same formats, open at the same time as Jupyter's own process.
import { NbtrustError } from '../lib/errors.js'
import { checkedCacheSize, RowBound, remainingAfterCull } from './cull.js'
import { Renewals } from './renewals.js'
import type { SqliteClient, SqliteRow } from './sqlite-client.js'
import { assertSound, lastSeenFormat, prepareSchema } from './sqlite-schema.js'
import {
  byTime,
  byTimeOf,
  formatLastSeen,
  type LastSeenFormat,
  parseLastSeen,
  strictClock,
} from './sqlite-time.js'
import { type Patience, SqliteTransactions } from './sqlite-transactions.js'
import { defaultCacheSize, type Signature, type SignatureStore } from './store.js'

/** How an SQLite store behaves. */
export interface SqliteStoreOptions {
  /** How many signatures are kept; beyond it the oldest are culled until three quarters remain. Default 65535. */
  readonly cacheSize?: number | undefined
  /** How long another process's lock is waited for, in milliseconds, before `ERR_STORE_BLOCKED`. Default 30000. */
  readonly timeout?: number | undefined
  /** Whether the whole file is looked through for damage when it is opened (0.1 s for a full one). Default false. */
  readonly checkIntegrity?: boolean | undefined
}

/** A remembered signature with its time. */
export interface StoredSignature extends Signature {
  /** Undefined where the database holds something that is no time. */
  readonly lastSeen: Date | undefined
}

/** A signature store that can also be listed and moved. */
export interface SqliteStore extends SignatureStore {
  /** Every signature, in pages, so that memory stays bounded. The newest rows come last. */
  listSignatures(): AsyncIterable<readonly StoredSignature[]>
  /** Remembers all of these or none, with their times. One that is there already keeps the later time. Returns how many were new. */
  restoreSignatures(signatures: readonly StoredSignature[]): Promise<number>
}

/** How long a lock is waited for by default, in milliseconds. */
export const defaultTimeout = 30_000

/** nbformat's own busy timeout, in milliseconds: a renewal that can't be written in that time is not worth more. */
const renewalTimeout = 5000
const pageSize = 1000
const cullAtOnce = 1000
const key = 'WHERE algorithm = ? AND signature = ?'
const smallestId = '-9223372036854775808'
// Ids have 64 bits, which are more than a number of JavaScript keeps, so they come and go as text. A row without a signature is
// none.
const listPage = `SELECT CAST(id AS text) AS last, algorithm, signature, CAST(last_seen AS text) AS last_seen FROM nbsignatures
WHERE id > CAST(? AS integer) AND algorithm IS NOT NULL AND signature IS NOT NULL ORDER BY id LIMIT ${pageSize}`

/**
 * Opens a store over a connection, and makes the table where it is missing. The store owns the connection from then on, also
 * where this rejects.
 *
 * @throws NbtrustError (rejects) `ERR_STORE_CORRUPT` (no database, or another's), `ERR_STORE_BLOCKED`, `ERR_STORE_FULL`,
 * `ERR_STORE_UNAVAILABLE`; `ERR_ARGUMENT` for a `cacheSize` that is none.
 */
export async function sqliteStore(
  client: SqliteClient,
  options: SqliteStoreOptions = {},
): Promise<SqliteStore> {
  const { timeout = defaultTimeout, checkIntegrity = false } = options
  const transactions = new SqliteTransactions(client)
  try {
    const cacheSize = checkedCacheSize(options.cacheSize ?? defaultCacheSize)
    await prepareSchema(client, transactions, { timeout })
    if (checkIntegrity) await transactions.read(() => assertSound(client), { timeout })
    const format = await transactions.read(() => lastSeenFormat(client), { timeout })
    return new Store(client, transactions, { cacheSize, timeout, format })
  } catch (error) {
    client.close()
    throw error
  }
}

/** A signature that was found, and when. */
interface Hit extends Signature {
  readonly lastSeen: string
}

interface StoreSettings {
  readonly cacheSize: number
  readonly timeout: number
  readonly format: LastSeenFormat
}

class Store implements SqliteStore {
  readonly #client: SqliteClient
  readonly #transactions: SqliteTransactions
  readonly #settings: StoreSettings
  readonly #patience: Patience
  readonly #clock = strictClock()
  readonly #bound = new RowBound()
  readonly #renewals = new Renewals<Hit>(() => this.#renewNow())
  #closing: Promise<void> | undefined

  constructor(client: SqliteClient, transactions: SqliteTransactions, settings: StoreSettings) {
    this.#client = client
    this.#transactions = transactions
    this.#settings = settings
    this.#patience = { timeout: settings.timeout }
  }

  async storeSignatures(signatures: readonly Signature[]): Promise<void> {
    this.#assertOpen()
    await this.#write(() => {
      for (const signature of signatures) this.#put(signature, this.#now())
      this.#cull()
    })
  }

  async checkSignature(signature: Signature): Promise<boolean> {
    const [found] = await this.checkSignatures([signature])
    return found === true
  }

  async checkSignatures(signatures: readonly Signature[]): Promise<readonly boolean[]> {
    this.#assertOpen()
    const sql = `SELECT 1 FROM nbsignatures ${key} LIMIT 1`
    const answers = await this.#transactions.read(
      () => signatures.map(({ algorithm, digest }) => this.#client.all(sql, [algorithm, digest]).length > 0),
      this.#patience,
    )
    const found = signatures.filter((_, position) => answers[position])
    this.#renewals.add(found.map((signature) => ({ ...signature, lastSeen: this.#now() })))
    return answers
  }

  async removeSignatures(signatures: readonly Signature[]): Promise<void> {
    this.#assertOpen()
    await this.#write(() => {
      for (const { algorithm, digest } of signatures) {
        this.#client.run(`DELETE FROM nbsignatures ${key}`, [algorithm, digest])
      }
    })
  }

  async clear(): Promise<void> {
    this.#assertOpen()
    await this.#write(() => this.#client.run('DELETE FROM nbsignatures'))
  }

  async *listSignatures(): AsyncGenerator<readonly StoredSignature[], void, void> {
    let last = smallestId
    while (true) {
      this.#assertOpen()
      const rows = await this.#transactions.read(() => this.#client.all(listPage, [last]), this.#patience)
      if (rows.length > 0) yield rows.map(storedSignature)
      if (rows.length < pageSize) return
      last = String(rows.at(-1)?.last)
    }
  }

  async restoreSignatures(signatures: readonly StoredSignature[]): Promise<number> {
    this.#assertOpen()
    return await this.#write(() => {
      const added = signatures.filter((signature) => this.#restore(signature))
      this.#cull()
      return added.length
    })
  }

  async close(): Promise<void> {
    this.#closing ??= this.#finish()
    await this.#closing
  }

  async #finish(): Promise<void> {
    await this.#transactions.settled()
    this.#renewNow()
    await this.#transactions.settled()
    this.#client.close()
  }

  #write<T>(statements: () => T): Promise<T> {
    return this.#transactions.write(statements, this.#patience)
  }

  // nbformat's way: one row for each signature, its time renewed.
  #put({ algorithm, digest }: Signature, lastSeen: string): void {
    const renewed = this.#client.run(`UPDATE nbsignatures SET last_seen = ? ${key}`, [
      lastSeen,
      algorithm,
      digest,
    ])
    if (renewed === 0) this.#insert({ algorithm, digest }, lastSeen)
  }

  #insert({ algorithm, digest }: Signature, lastSeen: string): void {
    this.#client.run('INSERT INTO nbsignatures (algorithm, signature, last_seen) VALUES (?, ?, ?)', [
      algorithm,
      digest,
      lastSeen,
    ])
  }

  #restore(signature: StoredSignature): boolean {
    const { algorithm, digest, lastSeen } = signature
    const time = lastSeen ? formatLastSeen(lastSeen.getTime() * 1000, this.#settings.format) : this.#now()
    const rows = this.#client.all(`SELECT CAST(last_seen AS text) AS last_seen FROM nbsignatures ${key}`, [
      algorithm,
      digest,
    ])
    if (rows.length === 0) this.#insert(signature, time)
    else if (rows.every((row) => isEarlier(row.last_seen, lastSeen))) this.#put(signature, time)
    return rows.length === 0
  }

  // Nobody waits for it, so it gives way to whoever stores. A read-only or locked database only means that the times stay as
  // they are until the next hit.
  #renewNow(): void {
    if (this.#renewals.isEmpty) return
    const giveUp = (): boolean => this.#transactions.waiting > 0
    const patience = { timeout: Math.min(renewalTimeout, this.#settings.timeout), giveUp }
    this.#transactions.write(() => this.#renewHits(), patience).catch(() => undefined)
  }

  // With the time when they were found, unless they have been stored again since.
  #renewHits(): void {
    const sql = `UPDATE nbsignatures SET last_seen = ? ${key} AND coalesce(${byTime}, '') < ${byTimeOf('?')}`
    for (const { algorithm, digest, lastSeen } of this.#renewals.take()) {
      this.#client.run(sql, [lastSeen, algorithm, digest, lastSeen])
    }
  }

  // Part of every write that adds. Whoever stores does not wait for a cull of many: it comes next, and close() waits for it.
  #cull(): void {
    const excess = this.#excess()
    if (excess > cullAtOnce) this.#cullNext()
    else if (excess > 0) this.#deleteOldest()
  }

  #cullNext(): void {
    const cull = this.#write(() => {
      // Another process may have culled since.
      if (this.#excess() > 0) this.#deleteOldest()
    })
    cull.catch(() => undefined) // Too many signatures do no harm, and whoever stores next tries again.
  }

  /** How many a cull would delete: 0 unless there are too many. */
  #excess(): number {
    const { cacheSize } = this.#settings
    const lastId = this.#number(`SELECT min(max(id), ${Number.MAX_SAFE_INTEGER}) FROM nbsignatures`)
    // The greatest number that counts exactly stands for all beyond it, so it tells nothing.
    if (lastId < Number.MAX_SAFE_INTEGER && this.#bound.atMost(lastId) <= cacheSize) return 0
    const count = this.#number('SELECT count(*) FROM nbsignatures')
    this.#bound.counted(count, lastId)
    return count > cacheSize ? count - remainingAfterCull(cacheSize) : 0
  }

  #number(sql: string): number {
    const [row = {}] = this.#client.all(sql)
    return Number(Object.values(row)[0])
  }

  #deleteOldest(): void {
    this.#renewHits()
    this.#client.run(
      `DELETE FROM nbsignatures WHERE id IN (SELECT id FROM nbsignatures ORDER BY ${byTime} DESC, id DESC LIMIT -1 OFFSET ?)`,
      [remainingAfterCull(this.#settings.cacheSize)],
    )
  }

  #now(): string {
    return formatLastSeen(this.#clock(), this.#settings.format)
  }

  #assertOpen(): void {
    if (this.#closing) throw new NbtrustError('ERR_STORE_CLOSED', 'The signature database was closed.')
  }
}

function storedSignature(row: SqliteRow): StoredSignature {
  return {
    algorithm: String(row.algorithm),
    digest: String(row.signature),
    lastSeen: parseLastSeen(row.last_seen),
  }
}

function isEarlier(text: unknown, than: Date | undefined): boolean {
  const time = parseLastSeen(text)
  return than !== undefined && (time === undefined || time < than)
}
