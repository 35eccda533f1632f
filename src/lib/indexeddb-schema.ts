// The one IndexedDB database of the package: its object stores, and how it is opened.
import { openError } from './indexeddb-errors.js'

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

/** How a database is opened. */
export interface OpenOptions {
  readonly version: number
  /** Called when the connection must be given up or was lost. */
  readonly onLost: () => void
}

/** Opens the database, and makes its object stores where they are missing. @throws NbtrustError `ERR_STORE_…` (rejects). */
export async function openTrustDatabase(
  name: string,
  { version, onLost }: OpenOptions,
): Promise<IDBDatabase> {
  try {
    return await new Promise((resolve, reject) => {
      const request = indexedDB.open(name, version)
      request.onupgradeneeded = ({ oldVersion }) => {
        if (oldVersion < 1) createStores(request.result)
      }
      request.onerror = () => reject(request.error)
      request.onsuccess = () => {
        const database = request.result
        // A newer version or a deletion asks for the database: give way, and open again when it is next needed.
        database.onversionchange = onLost
        database.onclose = onLost
        resolve(database)
      }
    })
  } catch (error) {
    // ReferenceError where IndexedDB is missing, SecurityError where the page may not store.
    throw openError(error, name)
  }
}

function createStores(database: IDBDatabase): void {
  database.createObjectStore('keys')
  const signatures = database.createObjectStore('signatures', { autoIncrement: true })
  signatures.createIndex(signatureIndex, ['algorithm', 'digest'], { unique: true })
}
