// Signatures in IndexedDB. Checking is one request and signing is one; whatever else there is to do, renewing and culling,
// is done after the answer.
import { NbtrustError } from '../lib/errors.js'
import { TrustDatabase } from '../lib/indexeddb.js'
import { checkedCacheSize, RowBound } from './cull.js'
import { cull, type RunInTransaction } from './indexeddb-cull.js'
import { addNew, addOrRenew, isAlreadyThere, keysOf, removeAll, renew, rowsOf } from './indexeddb-rows.js'
import { Renewals } from './renewals.js'
import { defaultCacheSize, type Signature, type SignatureStore, signatureId } from './store.js'

/** Where the store is, and how much it keeps. */
export interface IndexedDbStoreOptions {
  /** The database's name; default `nbtrust`. Frontends on one origin that share a name share their trust. */
  readonly name?: string | undefined
  /** How many signatures are kept before the oldest quarter is culled; default 65,535. */
  readonly cacheSize?: number | undefined
  /** How long to wait for other tabs before `ERR_STORE_BLOCKED`, in milliseconds; default 10,000. */
  readonly patience?: number | undefined
}

/**
 * A store that all tabs of this origin share and that outlives the page. Nothing is opened before the first call, so
 * this never fails for want of IndexedDB; the first call then rejects with `ERR_STORE_UNAVAILABLE`.
 * @throws NbtrustError `ERR_ARGUMENT` for a `cacheSize` that is none.
 */
export function indexedDbStore(options: IndexedDbStoreOptions = {}): SignatureStore {
  return new IndexedDbStore(options)
}

const stores = ['signatures'] as const
const cullAtOnce = 1000

class IndexedDbStore implements SignatureStore {
  readonly #database: TrustDatabase
  readonly #cacheSize: number
  readonly #bound = new RowBound()
  readonly #renewals = new Renewals(() => this.#afterwards(this.#renewNow()))
  readonly #underway = new Set<Promise<unknown>>()
  #culling: Promise<void> | undefined
  #closing: Promise<void> | undefined

  constructor({ name, cacheSize = defaultCacheSize, patience }: IndexedDbStoreOptions) {
    this.#cacheSize = checkedCacheSize(cacheSize)
    this.#database = new TrustDatabase({ name, patience })
  }

  storeSignatures(signatures: readonly Signature[]): Promise<void> {
    return this.#doing(async () => {
      const lastKey = await this.#add([...new Map(signatures.map((one) => [signatureId(one), one])).values()])
      if (this.#bound.atMost(lastKey) > this.#cacheSize) await this.#cull(lastKey)
    })
  }

  async checkSignature(signature: Signature): Promise<boolean> {
    const [found] = await this.checkSignatures([signature])
    return found === true
  }

  checkSignatures(signatures: readonly Signature[]): Promise<readonly boolean[]> {
    return this.#doing(async () => {
      const keys = await this.#run('readonly', (transaction) => keysOf(transaction, signatures))
      this.#renewals.add(signatures.filter((_, position) => keys[position] !== undefined))
      return keys.map((key) => key !== undefined)
    })
  }

  removeSignatures(signatures: readonly Signature[]): Promise<void> {
    return this.#doing(async () => {
      // On the disk when it is answered, as is the default, also in `clear`: what was revoked must not come back.
      await this.#database.run({ stores, mode: 'readwrite' }, async (transaction) => {
        await removeAll(transaction, signatures)
        transaction.commit()
      })
    })
  }

  clear(): Promise<void> {
    return this.#doing(() =>
      this.#database.run({ stores, mode: 'readwrite' }, async (transaction) => {
        rowsOf(transaction).clear()
      }),
    )
  }

  close(): Promise<void> {
    this.#closing ??= this.#finish()
    return this.#closing
  }

  async #finish(): Promise<void> {
    await this.#settled()
    this.#afterwards(this.#renewNow())
    await this.#settled()
    this.#database.close()
  }

  async #settled(): Promise<void> {
    while (this.#underway.size > 0) await Promise.allSettled(this.#underway)
  }

  #doing<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#closing)
      return Promise.reject(new NbtrustError('ERR_STORE_CLOSED', 'The signature store was closed.'))
    return this.#tracked(work())
  }

  // For what nobody waits for. If it fails nothing is lost but some order: the next cull or hit tries again.
  #afterwards(work: Promise<void>): Promise<void> {
    return this.#tracked(work).catch(() => {})
  }

  #tracked<Result>(work: Promise<Result>): Promise<Result> {
    const done = (): unknown => this.#underway.delete(work)
    this.#underway.add(work)
    work.then(done, done)
    return work
  }

  // What is lost with the power supply only means that a notebook is not trusted, or rows are in another order. Waiting for
  // the disk would take as long again as all the rest of a signature.
  readonly #run: RunInTransaction = (mode, work) =>
    this.#database.run({ stores, mode, durability: 'relaxed' }, work)

  // Resolves to the last key.
  async #add(signatures: readonly Signature[]): Promise<number> {
    if (signatures.length === 0) return 0
    // Before, so that what is stored now is younger than what was found; transactions take turns. Mostly nothing waits.
    if (!this.#renewals.isEmpty) this.#afterwards(this.#renewNow())
    try {
      return await this.#run('readwrite', (transaction) => addNew(transaction, signatures))
    } catch (error) {
      if (!isAlreadyThere(error)) throw error
      return await this.#run('readwrite', (transaction) => addOrRenew(transaction, signatures))
    }
  }

  async #renewNow(): Promise<void> {
    const signatures = this.#renewals.take()
    if (signatures.length === 0) return
    await this.#run('readwrite', (transaction) => renew(transaction, signatures))
  }

  // Whoever stores waits until a few are culled, so that nobody sees more than there should be, but not for many.
  #cull(lastKey: number): Promise<void> | undefined {
    this.#culling ??= this.#afterwards(
      cull(this.#run, { cacheSize: this.#cacheSize, lastKey })
        .then((left) => this.#bound.counted(left, lastKey))
        .finally(() => {
          this.#culling = undefined
        }),
    )
    return this.#cacheSize > cullAtOnce ? undefined : this.#culling
  }
}
