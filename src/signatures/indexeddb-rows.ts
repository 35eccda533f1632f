// The rows of the signature store in IndexedDB: what is done to them inside one transaction. A row's key only grows, and
// renewing gives a row a new key, so the order of keys is the order of time.
import { answerTo } from '../lib/indexeddb-requests.js'
import { type SignatureRow, signatureIndex } from '../lib/indexeddb-schema.js'
import type { Signature } from './store.js'

/** The keys of these signatures, `undefined` for one that is not stored. All are asked for at once. */
export function keysOf(
  transaction: IDBTransaction,
  signatures: readonly Signature[],
): Promise<(number | undefined)[]> {
  const index = rowsOf(transaction).index(signatureIndex)
  return Promise.all(
    signatures.map(({ algorithm, digest }) => answerTo(index.getKey([algorithm, digest])).then(asKey)),
  )
}

/**
 * Adds signatures, which must differ. Resolves to the last key. Rejects if one is already there, which the index forbids:
 * to ask first would be another round trip to the browser's storage process.
 */
export async function addNew(transaction: IDBTransaction, signatures: readonly Signature[]): Promise<number> {
  const rows = rowsOf(transaction)
  const lastSeen = Date.now()
  const keys = await Promise.all(
    signatures.map(({ algorithm, digest }) =>
      answerTo(rows.add({ algorithm, digest, lastSeen } satisfies SignatureRow)),
    ),
  )
  return keys.reduce((last: number, key) => Math.max(last, Number(key)), 0)
}

/** Adds signatures, which must differ, in place of their rows that are there, and commits. Resolves to the last key. */
export async function addOrRenew(
  transaction: IDBTransaction,
  signatures: readonly Signature[],
): Promise<number> {
  await removeAll(transaction, signatures)
  const added = addNew(transaction, signatures)
  transaction.commit()
  return added
}

/** Gives signatures that are there a new key, and commits. What has been removed since it was found stays removed. */
export async function renew(transaction: IDBTransaction, signatures: readonly Signature[]): Promise<void> {
  const keys = await removeAll(transaction, signatures)
  const added = addNew(
    transaction,
    signatures.filter((_, position) => keys[position] !== undefined),
  )
  transaction.commit()
  await added
}

/** Removes those that are there; resolves to the keys that they had once it has asked for that. */
export async function removeAll(
  transaction: IDBTransaction,
  signatures: readonly Signature[],
): Promise<(number | undefined)[]> {
  const keys = await keysOf(transaction, signatures)
  const rows = rowsOf(transaction)
  for (const key of keys) if (key !== undefined) rows.delete(key)
  return keys
}

/** True if `addNew` failed because a signature is already there. */
export function isAlreadyThere(error: unknown): boolean {
  return (
    error instanceof Error && error.cause instanceof DOMException && error.cause.name === 'ConstraintError'
  )
}

/** The rows. */
export function rowsOf(transaction: IDBTransaction): IDBObjectStore {
  return transaction.objectStore('signatures')
}

// The key, if it is one of ours.
function asKey(key: IDBValidKey | undefined): number | undefined {
  return typeof key === 'number' ? key : undefined
}
