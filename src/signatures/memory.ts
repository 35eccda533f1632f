// A signature store that lives as long as the object: for tests, and where nothing may or can be kept.
import { NbtrustError } from '../lib/errors.js'
import { checkedCacheSize, remainingAfterCull } from './cull.js'
import { defaultCacheSize, type Signature, type SignatureStore, signatureId } from './store.js'

/** How much the store keeps. */
export interface MemoryStoreOptions {
  /** How many signatures are kept before the oldest quarter is culled; default 65,535. */
  readonly cacheSize?: number | undefined
}

/** A store that forgets everything with the page or process. @throws NbtrustError `ERR_ARGUMENT` for a `cacheSize` that is none. */
export function memoryStore({ cacheSize = defaultCacheSize }: MemoryStoreOptions = {}): SignatureStore {
  return new MemoryStore(checkedCacheSize(cacheSize))
}

class MemoryStore implements SignatureStore {
  // A Set remembers the order of insertion: the first is the one seen longest ago.
  readonly #seen = new Set<string>()
  readonly #cacheSize: number
  #closed = false

  constructor(cacheSize: number) {
    this.#cacheSize = cacheSize
  }

  async storeSignatures(signatures: readonly Signature[]): Promise<void> {
    this.#mustBeOpen()
    for (const entry of signatures.map(signatureId)) this.#renew(entry)
    if (this.#seen.size > this.#cacheSize) this.#cull()
  }

  async checkSignature(signature: Signature): Promise<boolean> {
    this.#mustBeOpen()
    return this.#check(signatureId(signature))
  }

  async checkSignatures(signatures: readonly Signature[]): Promise<readonly boolean[]> {
    this.#mustBeOpen()
    return signatures.map((signature) => this.#check(signatureId(signature)))
  }

  async removeSignatures(signatures: readonly Signature[]): Promise<void> {
    this.#mustBeOpen()
    for (const entry of signatures.map(signatureId)) this.#seen.delete(entry)
  }

  async clear(): Promise<void> {
    this.#mustBeOpen()
    this.#seen.clear()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#seen.clear()
  }

  #check(entry: string): boolean {
    const isThere = this.#seen.has(entry)
    if (isThere) this.#renew(entry)
    return isThere
  }

  #renew(entry: string): void {
    this.#seen.delete(entry)
    this.#seen.add(entry)
  }

  #cull(): void {
    const remaining = remainingAfterCull(this.#cacheSize)
    for (const oldest of this.#seen) {
      if (this.#seen.size <= remaining) return
      this.#seen.delete(oldest)
    }
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new NbtrustError('ERR_STORE_CLOSED', 'The signature store was closed.')
  }
}
