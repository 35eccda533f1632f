// How many signatures a store keeps, how many remain when it has become too many, and when that need not even be asked.
import { NbtrustError } from '../lib/errors.js'

/**
 * How many of the youngest remain after a cull: three quarters of `cacheSize`, rounded down, and at least one.
 * nbformat's rule: 65535 gives 49151, 8 gives 6.
 */
export function remainingAfterCull(cacheSize: number): number {
  return Math.max(Math.floor(cacheSize * 0.75), 1)
}

/** Returns `cacheSize` if it can be one. @throws NbtrustError `ERR_ARGUMENT` unless it is a whole number from 1 up. */
export function checkedCacheSize(cacheSize: number): number {
  if (Number.isSafeInteger(cacheSize) && cacheSize >= 1) return cacheSize
  throw new NbtrustError('ERR_ARGUMENT', `cacheSize is ${cacheSize}, which is not a whole number from 1 up.`)
}

/**
 * Knows without counting that rows cannot have become too many. Every new row has a greater id than all before it, whoever
 * adds it, so since rows were last counted no more of them can have come than ids. Counting takes 0.1 s over 65,535 rows in
 * IndexedDB, and a second and more over a million.
 */
export class RowBound {
  #count = Number.POSITIVE_INFINITY
  #lastId = 0

  /** At most this many rows are there if `lastId` is the greatest id. */
  atMost(lastId: number): number {
    return this.#count + Math.max(lastId - this.#lastId, 0)
  }

  /** There were no more than `count` rows after the one with `lastId` had been added. */
  counted(count: number, lastId: number): void {
    this.#count = count
    this.#lastId = lastId
  }
}
