// Culling in IndexedDB, in steps, so that whoever asks meanwhile gets a turn between two. Which rows go is settled first, by
// their keys: two tabs that cull at once cull the same ones, and a row that is renewed meanwhile has another key and is spared.
import type { Work } from '../lib/indexeddb.js'
import { answerTo } from '../lib/indexeddb-requests.js'
import { remainingAfterCull } from './cull.js'
import { rowsOf } from './indexeddb-rows.js'

// Rows counted in one request, or deleted in one transaction: the browser does one request after the other, whoever asks.
const stepSize = 2000

/** When to cull. */
export interface CullLimits {
  readonly cacheSize: number
  /** The key of the row that was added last. */
  readonly lastKey: number
}

/** Does work in one transaction. */
export type RunInTransaction = <Result>(mode: 'readonly' | 'readwrite', work: Work<Result>) => Promise<Result>

/**
 * Looks whether there are more rows than `cacheSize`, and if so deletes the oldest. Resolves to the number that are there at most, apart
 * from those that come meanwhile.
 */
export async function cull(run: RunInTransaction, limits: CullLimits): Promise<number> {
  const { left, keys } = await run('readonly', (transaction) => oldestRows(rowsOf(transaction), limits))
  while (keys.length > 0) {
    const step = keys.splice(0, stepSize)
    // Not from the beginning: to get past rows that were just deleted takes as long as if they were there.
    const range = IDBKeyRange.bound(step[0], step.at(-1))
    await run('readwrite', (transaction) => answerTo(rowsOf(transaction).delete(range)))
  }
  return left
}

// Counting takes 0.1 s over 65,535 rows, so it is only done where there may be too many.
async function oldestRows(
  rows: IDBObjectStore,
  { cacheSize, lastKey }: CullLimits,
): Promise<{ left: number; keys: IDBValidKey[] }> {
  const [first] = await answerTo(rows.getAllKeys(undefined, 1))
  let from = Number(first)
  const span = lastKey - from + 1
  if (span <= cacheSize) return { left: span, keys: [] }
  let count = 0
  // Keys may lie so far apart that there would be no end of narrow steps.
  const width = Math.max(stepSize, span / 128)
  for (; from <= lastKey; from += width) {
    count += await answerTo(rows.count(IDBKeyRange.bound(from, from + width, false, true)))
  }
  if (count <= cacheSize) return { left: count, keys: [] }
  const left = remainingAfterCull(cacheSize)
  return { left, keys: await answerTo(rows.getAllKeys(undefined, count - left)) }
}
