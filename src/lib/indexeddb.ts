// A connection to the package's IndexedDB database that opens when it is needed, gives way to newer versions, survives
// being closed by the browser, and never waits for ever.
import { NbtrustError } from './errors.js'
import { isLostConnection, storeError } from './indexeddb-errors.js'
import { completionOf } from './indexeddb-requests.js'
import { defaultDatabaseName, openTrustDatabase, type StoreName, schemaVersion } from './indexeddb-schema.js'

/** How long an operation waits for other tabs before it fails with `ERR_STORE_BLOCKED`, in milliseconds. */
const defaultPatience = 10_000

/** How often work is tried while the browser closes the connection under it. */
const mostAttempts = 4

/** What a piece of work needs. */
export interface WorkScope {
  readonly stores: readonly StoreName[]
  readonly mode: 'readonly' | 'readwrite'
  /**
   * `relaxed` for what may be lost with the power supply, because without it less is trusted. Default `strict`: what
   * comes back if it is lost, and what cannot be made again.
   */
  readonly durability?: 'strict' | 'relaxed'
}

/**
 * What is done in one transaction. It may await nothing but requests of that transaction. Once one of them was answered it
 * may call `commit()` after its last request, which saves a round trip; before that it must not, because a transaction
 * that is to be committed cannot be called back when other tabs keep it from beginning.
 */
export type Work<Result> = (transaction: IDBTransaction) => Promise<Result>

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
  #opening: Promise<IDBDatabase> | undefined
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
   * Does `work` in one transaction: all of it is stored, or none. What was only read is answered at once, what was written
   * when it is committed. If the browser has closed the connection underneath, opens it again and tries again, a
   * few times: clearing a site's data ends the connections that are just being made, one after the other.
   * @throws NbtrustError with a code that begins with `ERR_STORE_`.
   */
  async run<Result>(scope: WorkScope, work: Work<Result>): Promise<Result> {
    for (let left = mostAttempts - 1; ; left--) {
      const opening = this.#open()
      try {
        return await this.#attempt(opening, scope, work)
      } catch (error) {
        if (left === 0 || !isLostConnection(error)) throw storeError(error, this.#name)
        this.#drop(opening)
      }
    }
  }

  /** Closes the connection once its transactions are done. Any later `run` rejects with `ERR_STORE_CLOSED`. */
  close(): void {
    this.#closed = true
    if (this.#opening) this.#drop(this.#opening)
  }

  async #attempt<Result>(
    opening: Promise<IDBDatabase>,
    { stores, mode, durability = 'strict' }: WorkScope,
    work: Work<Result>,
  ): Promise<Result> {
    const database = await this.#inTime(opening)
    const transaction = database.transaction(stores, mode, { durability })
    const completion = completionOf(transaction)
    completion.catch(() => {}) // Until it is awaited below a rejection is nobody's.
    const waiting = abortUnlessStarted(transaction, this.#patience)
    try {
      const result = await work(transaction)
      if (mode === 'readwrite') await completion
      return result
    } catch (error) {
      abort(transaction)
      if (waiting.gaveUp()) throw this.#blocked()
      // A commit that fails (no room left) says why on the transaction; its requests only say that they were aborted.
      throw transaction.error ?? error
    } finally {
      waiting.stop()
    }
  }

  #open(): Promise<IDBDatabase> {
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
  #drop(opening: Promise<IDBDatabase>): void {
    if (this.#opening === opening) this.#opening = undefined
    opening.then(
      (database) => database.close(),
      () => {},
    )
  }

  async #inTime(opening: Promise<IDBDatabase>): Promise<IDBDatabase> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.#blocked()), this.#patience)
    })
    try {
      return await Promise.race([opening, timeout])
    } finally {
      clearTimeout(timer)
    }
  }

  #blocked(): NbtrustError {
    const seconds = this.#patience / 1000
    return new NbtrustError(
      'ERR_STORE_BLOCKED',
      `Another tab has kept the database ${this.#name} busy for ${seconds} s; close other tabs of this site.`,
    )
  }
}

// A transaction waits for those of other tabs, and a tab that hangs in a debugger holds its own for ever. The first
// request succeeds as soon as ours has its turn; from then on it may take the time it needs. Capturing, because the event
// of a request does not bubble to its transaction.
function abortUnlessStarted(
  transaction: IDBTransaction,
  patience: number,
): { readonly gaveUp: () => boolean; readonly stop: () => void } {
  let gaveUp = false
  const timer = setTimeout(() => {
    gaveUp = true
    abort(transaction)
  }, patience)
  const stop = (): void => clearTimeout(timer)
  transaction.addEventListener('success', stop, { capture: true, once: true })
  return { gaveUp: () => gaveUp, stop }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It has already ended.
  }
}
