// Signatures in IndexedDB. A row's key only grows, and renewing gives a row a new key, so the order of keys is the order
// of time and culling is one range. A counter beside the rows saves `count()`, which takes 0.1 s over 65,535 rows.
import { NbtrustError } from '../lib/errors.js'
import { TrustDatabase, type TrustTransaction } from '../lib/indexeddb.js'
import { checkedCacheSize, remainingAfterCull } from './cull.js'
import { defaultCacheSize, type Signature, type SignatureStore } from './store.js'

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

type Writing = TrustTransaction<readonly ['signatures', 'meta'], 'readwrite'>

const names = ['signatures', 'meta'] as const

// Hits within this time, in milliseconds, are renewed together.
const renewalDelay = 100

// Rows culled in one transaction, so that other tabs get their turn between two.
const cullStep = 1024

class IndexedDbStore implements SignatureStore {
  readonly #database: TrustDatabase
  readonly #cacheSize: number
  readonly #renewals = new Map<string, Signature>()
  readonly #underway = new Set<Promise<unknown>>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #closing: Promise<void> | undefined

  constructor({ name, cacheSize = defaultCacheSize, patience }: IndexedDbStoreOptions) {
    this.#cacheSize = checkedCacheSize(cacheSize)
    this.#database = new TrustDatabase({ name, patience })
  }

  storeSignatures(signatures: readonly Signature[]): Promise<void> {
    return this.#doing(async () => {
      const count = await this.#renewing((renewals) =>
        this.#write(async (transaction) => {
          await renew(transaction, renewals)
          return await add(transaction, signatures)
        }),
      )
      if (count > this.#cacheSize) this.#afterwards(this.#cull())
    })
  }

  checkSignature(signature: Signature): Promise<boolean> {
    return this.#doing(async () => {
      const key = await this.#database.run({ stores: ['signatures'], mode: 'readonly' }, (transaction) =>
        transaction
          .objectStore('signatures')
          .index('signature')
          .getKey([signature.algorithm, signature.digest]),
      )
      if (key === undefined) return false
      this.#renewals.set(idOf(signature), signature)
      this.#timer ??= setTimeout(() => this.#afterwards(this.#renewNow()), renewalDelay)
      return true
    })
  }

  removeSignatures(signatures: readonly Signature[]): Promise<void> {
    return this.#doing(() =>
      this.#forget(async (transaction) => {
        const keys = await keysOf(transaction, distinct(signatures))
        const known = keys.filter((key) => key !== undefined)
        const rows = transaction.objectStore('signatures')
        await Promise.all(known.map((key) => rows.delete(key)))
        return -known.length
      }),
    )
  }

  clear(): Promise<void> {
    return this.#doing(() =>
      this.#forget(async (transaction) => {
        await transaction.objectStore('signatures').clear()
        return Number.NEGATIVE_INFINITY
      }),
    )
  }

  close(): Promise<void> {
    this.#closing ??= this.#finish()
    return this.#closing
  }

  async #finish(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#settled()
    if (this.#renewals.size > 0) this.#afterwards(this.#renewNow())
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
  #afterwards(work: Promise<void>): void {
    this.#tracked(work).catch(() => {})
  }

  #tracked<Result>(work: Promise<Result>): Promise<Result> {
    const done = (): unknown => this.#underway.delete(work)
    this.#underway.add(work)
    work.then(done, done)
    return work
  }

  #write<Result>(work: (transaction: Writing) => Promise<Result>): Promise<Result> {
    return this.#database.run({ stores: names, mode: 'readwrite' }, work)
  }

  // Where no byte more may be written Chromium still deletes, but cannot note the new count: a count that is too high
  // only has the next cull look early. Revoking must not depend on there being room.
  async #forget(work: (transaction: Writing) => Promise<number>): Promise<void> {
    try {
      await this.#write(async (transaction) => {
        await addToCount(transaction, await work(transaction))
      })
    } catch (error) {
      if (!(error instanceof NbtrustError) || error.code !== 'ERR_STORE_FULL') throw error
      await this.#write(work)
    }
  }

  async #renewNow(): Promise<void> {
    this.#timer = undefined
    await this.#renewing((renewals) =>
      this.#database.run({ stores: names, mode: 'readwrite', durability: 'relaxed' }, (transaction) =>
        renew(transaction, renewals),
      ),
    )
  }

  // Takes what waits to be renewed, so that it is not renewed once more after, and thus made younger than, what is
  // being stored. Puts it back if that fails.
  async #renewing<Result>(work: (renewals: readonly Signature[]) => Promise<Result>): Promise<Result> {
    const renewals = [...this.#renewals]
    this.#renewals.clear()
    try {
      return await work(renewals.map(([, signature]) => signature))
    } catch (error) {
      for (const [id, signature] of renewals) this.#renewals.set(id, signature)
      throw error
    }
  }

  async #cull(): Promise<void> {
    const remaining = remainingAfterCull(this.#cacheSize)
    const step = (by: 'rows' | 'counter'): Promise<number> =>
      this.#write((transaction) => cullOldest(transaction, { remaining, by }))
    let excess = await step('rows')
    while (excess > 0) excess = await step('counter')
  }
}

// Stores new rows and renews known ones; resolves to how many rows there are now.
async function add(transaction: Writing, signatures: readonly Signature[]): Promise<number> {
  const unique = distinct(signatures)
  const keys = await keysOf(transaction, unique)
  await replace(transaction, { signatures: unique, keys })
  return await addToCount(transaction, keys.filter((key) => key === undefined).length)
}

// Gives known rows a new key. What has been removed since it was found stays removed.
async function renew(transaction: Writing, signatures: readonly Signature[]): Promise<void> {
  if (signatures.length === 0) return
  const keys = await keysOf(transaction, signatures)
  const known = signatures.filter((_, position) => keys[position] !== undefined)
  await replace(transaction, { signatures: known, keys })
}

interface Replacement {
  readonly signatures: readonly Signature[]
  /** The keys of rows to take away first. */
  readonly keys: readonly (number | undefined)[]
}

async function replace(transaction: Writing, { signatures, keys }: Replacement): Promise<void> {
  const rows = transaction.objectStore('signatures')
  const lastSeen = Date.now()
  const removals = keys.filter((key) => key !== undefined).map((key) => rows.delete(key))
  const additions = signatures.map(({ algorithm, digest }) => rows.add({ algorithm, digest, lastSeen }))
  await Promise.all([...removals, ...additions])
}

interface Cull {
  readonly remaining: number
  /** The first step counts the rows themselves, whatever the counter says: nobody waits for it. */
  readonly by: 'rows' | 'counter'
}

// Culls one step of the oldest rows; resolves to how many there are still too many. What other tabs cull and store in
// between is in the counter, so that two tabs that cull at once take no more than one would.
async function cullOldest(transaction: Writing, { remaining, by }: Cull): Promise<number> {
  const [rows, meta] = [transaction.objectStore('signatures'), transaction.objectStore('meta')]
  const count = by === 'rows' ? await rows.count() : ((await meta.get('count')) ?? 0)
  const step = Math.max(Math.min(count - remaining, cullStep), 0)
  const last = step > 0 ? (await rows.getAllKeys(null, step)).at(-1) : undefined
  if (last !== undefined) await rows.delete(IDBKeyRange.upperBound(last))
  await meta.put(count - step, 'count')
  return count - step - remaining
}

function keysOf(transaction: Writing, signatures: readonly Signature[]): Promise<(number | undefined)[]> {
  const index = transaction.objectStore('signatures').index('signature')
  return Promise.all(signatures.map(({ algorithm, digest }) => index.getKey([algorithm, digest])))
}

async function addToCount(transaction: Writing, change: number): Promise<number> {
  const meta = transaction.objectStore('meta')
  const count = Math.max(((await meta.get('count')) ?? 0) + change, 0)
  if (change !== 0) await meta.put(count, 'count')
  return count
}

function distinct(signatures: readonly Signature[]): Signature[] {
  return [...new Map(signatures.map((signature) => [idOf(signature), signature])).values()]
}

function idOf({ algorithm, digest }: Signature): string {
  return JSON.stringify([algorithm, digest])
}
