// Keeps the signing key in IndexedDB. All tabs of an origin get the same one, also if ten of them ask first at once.
import { NbtrustError } from '../lib/errors.js'
import { TrustDatabase } from '../lib/indexeddb.js'
import { answerTo } from '../lib/indexeddb-requests.js'
import { asSigningKey, makeKey, type SigningKey } from './make-key.js'

/** Where the key is kept. */
export interface KeyOptions {
  /** The database's name; default `nbtrust`. */
  readonly databaseName?: string | undefined
  /** How long to wait for other tabs before `ERR_STORE_BLOCKED`, in milliseconds; default 10,000. */
  readonly patience?: number | undefined
}

// One key so far. Its name in the database says what it is for, so that another algorithm can come beside it.
const keyName = 'hmac-sha256'

/**
 * The signing key of this browser profile and origin; makes it the first time. Notebooks signed with it are trusted here
 * and nowhere else.
 * @throws NbtrustError `ERR_STORE_…` if the database cannot be used; `ERR_KEY_UNAVAILABLE` if no key can be made, or if
 *   what is stored is not a key that can be used here: it is left as it is, `resetKey()` replaces it.
 */
export function openKey(options: KeyOptions = {}): Promise<SigningKey> {
  return withDatabase(options, async (database) => {
    const stored = await database.run({ stores: ['keys'], mode: 'readonly' }, (transaction) =>
      answerTo<unknown>(transaction.objectStore('keys').get(keyName)),
    )
    if (stored !== undefined) return usable(stored)
    // A transaction ends while a key is being made, so it is made before: where several tabs make one, the first wins.
    const made = await makeKey()
    return usable(
      await database.run({ stores: ['keys'], mode: 'readwrite' }, (tx) => addUnlessThere(tx, made)),
    )
  })
}

/**
 * Makes a new key and forgets every signature, in one step. A notary that is open keeps the old key, under which nothing
 * is signed any more.
 * @throws NbtrustError `ERR_STORE_…` or `ERR_KEY_UNAVAILABLE`; then the old key and its signatures are still there.
 */
export function resetKey(options: KeyOptions = {}): Promise<SigningKey> {
  return withDatabase(options, async (database) => {
    const made = await makeKey()
    await database.run({ stores: ['keys', 'signatures'], mode: 'readwrite' }, async (transaction) => {
      transaction.objectStore('keys').put(made, keyName)
      transaction.objectStore('signatures').clear()
    })
    return made
  })
}

async function addUnlessThere(transaction: IDBTransaction, made: SigningKey): Promise<unknown> {
  const keys = transaction.objectStore('keys')
  const stored: unknown = await answerTo(keys.get(keyName))
  if (stored !== undefined) return stored
  await answerTo(keys.add(made, keyName))
  return made
}

function usable(stored: unknown): SigningKey {
  const key = asSigningKey(stored)
  if (key) return key
  throw new NbtrustError(
    'ERR_KEY_UNAVAILABLE',
    'What is stored as the signing key cannot be used as one here.',
  )
}

async function withDatabase<Result>(
  { databaseName, patience }: KeyOptions,
  work: (database: TrustDatabase) => Promise<Result>,
): Promise<Result> {
  const database = new TrustDatabase({ name: databaseName, patience })
  try {
    return await work(database)
  } finally {
    database.close()
  }
}
