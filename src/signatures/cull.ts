// How many signatures a store keeps, and how many remain when it has become too many.
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
