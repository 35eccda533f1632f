// The one IndexedDB database of the package: its schema, and a connection that opens when it is needed, gives way to
// newer versions, survives being closed by the browser, and never waits for ever.
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'
import { NbtrustError } from './errors.js'
import { isLostConnection, openError, storeError } from './indexeddb-errors.js'

/** The name of the database unless another is asked for. */
export const defaultDatabaseName = 'nbtrust'

/** How long an operation waits for other tabs before it fails with `ERR_STORE_BLOCKED`, in milliseconds. */
export const defaultPatience = 10_000

const schemaVersion = 1

/** One row of the signature store. Its key only grows, so the order of keys is the order of time. */
export interface SignatureRow {
  readonly algorithm: string
  /** Lower-case hex. */
  readonly digest: string
  /** When it was stored or last found, in milliseconds since 1970. */
  readonly lastSeen: number
}

/** Object stores and their keys. */
export interface TrustSchema extends DBSchema {
  /** Signing keys by purpose. */
  keys: { key: string; value: unknown }
  signatures: { key: number; value: SignatureRow; indexes: { signature: [string, string] } }
  /** `count`: how many signatures there are, kept in the same transaction as the signatures. */
  meta: { key: string; value: number }
}

type StoreName = StoreNames<TrustSchema>

/** An open transaction over some of the object stores. */
export type TrustTransaction<
  Names extends readonly StoreName[],
  Mode extends IDBTransactionMode,
> = IDBPTransaction<TrustSchema, Names, Mode>

/** What a piece of work needs. */
export interface WorkScope<Names extends readonly StoreName[], Mode extends IDBTransactionMode> {
  readonly stores: Names
  readonly mode: Mode
  /** `relaxed` for what may be lost with the power supply, such as the time something was last seen. */
  readonly durability?: 'strict' | 'relaxed'
}

interface Work<Names extends readonly StoreName[], Mode extends IDBTransactionMode, Result> {
  readonly scope: WorkScope<Names, Mode>
  readonly work: (transaction: TrustTransaction<Names, Mode>) => Promise<Result>
}

export interface DatabaseOptions {
  /** Default `nbtrust`. */
  readonly name?: string | undefined
  /** Milliseconds to wait for other tabs; default 10,000. */
  readonly patience?: number | undefined
  /** The version of the schema; only tests have a reason to ask for another. */
  readonly version?: number | undefined
}

/** A connection to the database. Nothing is opened before the first `run`. */
export class TrustDatabase {
  readonly #name: string
  readonly #patience: number
  readonly #version: number
  #opening: Promise<IDBPDatabase<TrustSchema>> | undefined
  #closed = false

  constructor({
    name = defaultDatabaseName,
    patience = defaultPatience,
    version = schemaVersion,
  }: DatabaseOptions = {}) {
    this.#name = name
    this.#patience = patience
    this.#version = version
  }

  /**
   * Does `work` in one transaction: all of it is stored, or none. If the browser has closed the connection underneath,
   * opens it again and tries once more. `work` may await nothing but requests of its transaction.
   * @throws NbtrustError with a code that begins with `ERR_STORE_`.
   */
  async run<const Names extends readonly StoreName[], Mode extends IDBTransactionMode, Result>(
    scope: WorkScope<Names, Mode>,
    work: (transaction: TrustTransaction<Names, Mode>) => Promise<Result>,
  ): Promise<Result> {
    const opening = this.#open()
    try {
      return await this.#attempt(opening, { scope, work })
    } catch (error) {
      if (!isLostConnection(error)) throw storeError(error, this.#name)
      this.#drop(opening)
    }
    try {
      return await this.#attempt(this.#open(), { scope, work })
    } catch (error) {
      throw storeError(error, this.#name)
    }
  }

  /** Closes the connection once its transactions are done. Any later `run` rejects with `ERR_STORE_CLOSED`. */
  close(): void {
    this.#closed = true
    if (this.#opening) this.#drop(this.#opening)
  }

  async #attempt<const Names extends readonly StoreName[], Mode extends IDBTransactionMode, Result>(
    opening: Promise<IDBPDatabase<TrustSchema>>,
    { scope: { stores, mode, durability = 'strict' }, work }: Work<Names, Mode, Result>,
  ): Promise<Result> {
    const database = await withPatience(opening, {
      patience: this.#patience,
      onTimeout: () => this.#blocked(),
    })
    const transaction = database.transaction(stores, mode, { durability })
    const done = transaction.done
    done.catch(() => {}) // It is awaited below; until then a rejection is nobody's.
    const gaveUp = abortUnlessStarted(transaction, { stores, patience: this.#patience })
    try {
      const result = await work(transaction)
      await done
      return result
    } catch (error) {
      abort(transaction)
      if (gaveUp()) throw this.#blocked()
      // A commit that fails (no room left) says why on the transaction; its requests only say that they were aborted.
      throw transaction.error ?? error
    }
  }

  #open(): Promise<IDBPDatabase<TrustSchema>> {
    if (this.#closed)
      return Promise.reject(new NbtrustError('ERR_STORE_CLOSED', 'The signature store was closed.'))
    if (this.#opening) return this.#opening
    const opening = openTrustDatabase(this.#name, {
      version: this.#version,
      onLost: () => this.#drop(opening),
    })
    opening.catch(() => this.#drop(opening))
    this.#opening = opening
    return opening
  }

  // A connection that still waits for other tabs cannot be called back: it is closed as soon as it opens.
  #drop(opening: Promise<IDBPDatabase<TrustSchema>>): void {
    if (this.#opening === opening) this.#opening = undefined
    opening.then(
      (database) => database.close(),
      () => {},
    )
  }

  #blocked(): NbtrustError {
    const seconds = this.#patience / 1000
    return new NbtrustError(
      'ERR_STORE_BLOCKED',
      `Another tab has kept the database ${this.#name} busy for ${seconds} s; close other tabs of this site and try again.`,
    )
  }
}

async function openTrustDatabase(
  name: string,
  { version, onLost }: { readonly version: number; readonly onLost: () => void },
): Promise<IDBPDatabase<TrustSchema>> {
  try {
    return await openDB<TrustSchema>(name, version, {
      upgrade(database, oldVersion) {
        if (oldVersion >= 1) return
        database.createObjectStore('keys')
        database.createObjectStore('meta')
        const signatures = database.createObjectStore('signatures', { autoIncrement: true })
        signatures.createIndex('signature', ['algorithm', 'digest'], { unique: true })
      },
      // A newer version or a deletion asks for the database: give way, and open again when it is next needed.
      blocking: onLost,
      terminated: onLost,
    })
  } catch (error) {
    // ReferenceError where IndexedDB is missing, SecurityError where the page may not store.
    throw openError(error, name)
  }
}

interface Patience {
  readonly patience: number
  readonly onTimeout: () => NbtrustError
}

async function withPatience<Value>(
  promise: Promise<Value>,
  { patience, onTimeout }: Patience,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(onTimeout()), patience)
  })
  try {
    return await Promise.race([promise, timeout])
  } finally {
    clearTimeout(timer)
  }
}

// A transaction waits for those of other tabs, and a tab that hangs in a debugger holds its own for ever. The first
// request answers as soon as ours has its turn; from then on it may take the time it needs.
function abortUnlessStarted<const Names extends readonly StoreName[], Mode extends IDBTransactionMode>(
  transaction: TrustTransaction<Names, Mode>,
  { stores, patience }: { readonly stores: Names; readonly patience: number },
): () => boolean {
  let gaveUp = false
  const timer = setTimeout(() => {
    gaveUp = true
    abort(transaction)
  }, patience)
  const stop = (): void => clearTimeout(timer)
  const [anyStore] = stores
  if (anyStore) transaction.objectStore(anyStore).getKey('any').then(stop, stop)
  return () => gaveUp
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch {
    // It has already ended.
  }
}
