// The one IndexedDB database of the package: its object stores, and how it is opened.
import { openError } from './indexeddb-errors.js'
import { type OpenOptions, openDatabase } from './indexeddb-requests.js'

/** The name of the database unless another is asked for. */
export const defaultDatabaseName = 'nbtrust'

/** Version of the schema. */
export const schemaVersion = 1

/** `keys`: signing keys by purpose. `signatures`: `SignatureRow`s. */
export type StoreName = 'keys' | 'signatures'

/** One row of the signature store. Its key only grows, so the order of keys is the order of time. */
export interface SignatureRow {
  readonly algorithm: string
  /** Lower-case hex. */
  readonly digest: string
  /** When it was stored or last found, in milliseconds since 1970. */
  readonly lastSeen: number
}

/** The unique index of `signatures` over `[algorithm, digest]`. */
export const signatureIndex = 'signature'

/**
 * Opens the database, and makes its object stores where they are missing. `onLost` is called when the connection must be given up
 * or was lost. @throws NbtrustError `ERR_STORE_…`, or the browser's AbortError if it ended the connection meanwhile (rejects).
 */
export async function openTrustDatabase(
  name: string,
  { version, onLost }: Pick<OpenOptions, 'version' | 'onLost'>,
): Promise<IDBDatabase> {
  try {
    return await openDatabase(name, { version, upgrade: createStores, onLost })
  } catch (error) {
    // ReferenceError where IndexedDB is missing, SecurityError where the page may not store.
    throw openError(error, name)
  }
}

function createStores(database: IDBDatabase, oldVersion: number): void {
  if (oldVersion >= 1) return
  database.createObjectStore('keys')
  const signatures = database.createObjectStore('signatures', { autoIncrement: true })
  signatures.createIndex(signatureIndex, ['algorithm', 'digest'], { unique: true })
}
