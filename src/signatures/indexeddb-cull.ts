// Culling in IndexedDB, in steps: which rows go is settled in the first, so that two tabs that cull at once cull the same
// ones, and a row that is renewed meanwhile is spared.
import { answerTo, endsOf, keyAt } from '../lib/indexeddb-requests.js'
import { remainingAfterCull } from './cull.js'
import { asKey, rowsOf } from './indexeddb-rows.js'

// Rows deleted in one transaction, so that whoever asks meanwhile gets a turn between two.
const stepSize = 2048

/** A cull that has begun. */
export interface Cull {
  /** How many rows there are when it has ended, apart from those that come meanwhile. */
  readonly left: number
  /** The key of the youngest row that goes. */
  readonly cut: number
  /** The key up to which rows are gone; `undefined` where none had to go. */
  readonly gone: number | undefined
}

/** Looks whether there are more rows than `cacheSize`; if so, settles which of them go, and deletes the first. */
export async function beginCull(transaction: IDBTransaction, cacheSize: number): Promise<Cull> {
  const count = await countRows(transaction, cacheSize)
  if (count <= cacheSize) return { left: count, cut: 0, gone: undefined }
  const left = remainingAfterCull(cacheSize)
  const cut = asKey(await keyAt(rowsOf(transaction), count - left - 1)) ?? 0
  return { left, cut, gone: await deleteOldest(transaction, { after: Number.NEGATIVE_INFINITY, to: cut }) }
}

/** Which rows go: those with a key above `after`, up to and with `to`. */
export interface OldestRows {
  readonly after: number
  readonly to: number
}

/** Deletes the oldest of them, and commits. Resolves to the last key that is gone; `undefined` if there was none. */
export async function deleteOldest(
  transaction: IDBTransaction,
  { after, to }: OldestRows,
): Promise<number | undefined> {
  const rows = rowsOf(transaction)
  // Not from the beginning: to get past rows that were just deleted takes as long as if they were there.
  const keys = await answerTo(rows.getAllKeys(IDBKeyRange.bound(after, to, true), stepSize))
  const last = asKey(keys.at(-1))
  if (last !== undefined) rows.delete(IDBKeyRange.bound(after, last, true))
  transaction.commit()
  return last
}

// Exact where there are more than `enough`; otherwise there may be fewer. Counting takes 0.1 s over 65,535 rows.
async function countRows(transaction: IDBTransaction, enough: number): Promise<number> {
  const rows = rowsOf(transaction)
  const [first, last] = await endsOf(rows)
  const span = first === undefined ? 0 : Number(last) - Number(first) + 1
  return span <= enough ? span : await answerTo(rows.count())
}
