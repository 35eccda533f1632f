// The notary of a web page: the key and the signatures of this browser profile, and the injective encoding.
import { createHmac, prepareDigests } from './digest/index.js'
import { makeKey, openKey, type SigningKey } from './keys/index.js'
import { Notary } from './notary.js'
import { indexedDbStore, type SignatureStore } from './signatures/index.js'

/** Where a page's notary keeps its key and its signatures. */
export interface OpenNotaryOptions {
  /** The IndexedDB database; default `nbtrust`. Frontends on one origin that share it share their trust. */
  readonly databaseName?: string | undefined
  /** How long to wait for other tabs before `ERR_STORE_BLOCKED`, in milliseconds; default 10,000. */
  readonly patience?: number | undefined
  /**
   * Another store. IndexedDB is then not touched at all: without a `key` one is made that ends with this notary, which
   * is right for `memoryStore()`. A store that outlives the page needs a `key` that does, such as `await openKey()`.
   */
  readonly store?: SignatureStore | undefined
  /** Another key, for HMAC-SHA-256. */
  readonly key?: SigningKey | undefined
}

/**
 * Opens the notary of this browser profile and origin; the first time, makes its key. It signs with HMAC-SHA-256 over
 * the `jcs` encoding, stored as `jcs-sha256`.
 *
 * Where the browser keeps nothing, as some private windows do, it rejects rather than forget in silence. A frontend that
 * would rather trust until the page is closed says so: `openNotary({ store: memoryStore() })`.
 * In Node use `openNotary` of `nbtrust/node`, which keeps trust where Jupyter does.
 * @throws NbtrustError `ERR_STORE_…` or `ERR_KEY_UNAVAILABLE`.
 */
export async function openNotary(options: OpenNotaryOptions = {}): Promise<Notary> {
  prepareDigests()
  const { databaseName, patience } = options
  const key = options.key ?? (options.store ? await makeKey() : await openKey({ databaseName, patience }))
  const hmac = await createHmac(key, 'sha256')
  const store = options.store ?? indexedDbStore({ name: databaseName, patience })
  return new Notary({ store, seals: [{ encoding: 'jcs', hmac }] })
}
