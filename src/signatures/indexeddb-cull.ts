// Culling in IndexedDB, in steps, so that whoever asks meanwhile gets a turn between two. Which rows go is settled in the first, by
// their keys: two tabs that cull at once cull the same ones, and a row that is renewed meanwhile has another key and is spared.
import type { Work } from '../lib/indexeddb.js'
import { answerTo } from '../lib/indexeddb-requests.js'
import { remainingAfterCull } from './cull.js'
import { rowsOf } from './indexeddb-rows.js'

// Rows deleted in one transaction.
const stepSize = 2048

/** When to cull. */
export interface CullLimits {
  readonly cacheSize: number
  /** The key of the row that was added last. */
  readonly lastKey: number
}

/** Does work in a transaction that may write. */
export type Write = <Result>(work: Work<Result>) => Promise<Result>

/**
 * Looks whether there are more rows than `cacheSize`, and if so deletes the oldest. Resolves to the number that are there at most, apart
 * from those that come meanwhile.
 */
export async function cull(write: Write, { cacheSize, lastKey }: CullLimits): Promise<number> {
  const { left, keys } = await write(async (transaction) => {
    const found = await oldestRows(rowsOf(transaction), { cacheSize, lastKey })
    await deleteStep(transaction, found.keys)
    return found
  })
  for (let start = stepSize; start < keys.length; start += stepSize) {
    await write((transaction) => deleteStep(transaction, keys.slice(start)))
  }
  return left
}

// Deletes the first of these rows.
async function deleteStep(transaction: IDBTransaction, keys: readonly IDBValidKey[]): Promise<void> {
  const step = keys.slice(0, stepSize)
  // Not from the beginning: to get past rows that were just deleted takes as long as if they were there.
  if (step.length > 0) await answerTo(rowsOf(transaction).delete(IDBKeyRange.bound(step[0], step.at(-1))))
}

// Counting takes 0.1 s over 65,535 rows, so it is only done where there may be too many.
async function oldestRows(
  rows: IDBObjectStore,
  { cacheSize, lastKey }: CullLimits,
): Promise<{ left: number; keys: readonly IDBValidKey[] }> {
  const [first] = await answerTo(rows.getAllKeys(undefined, 1))
  const span = lastKey - Number(first) + 1
  const count = span <= cacheSize ? span : await answerTo(rows.count())
  if (count <= cacheSize) return { left: count, keys: [] }
  const left = remainingAfterCull(cacheSize)
  return { left, keys: await answerTo(rows.getAllKeys(undefined, count - left)) }
}
