// Loads what encodes, which is not needed to ask whether a notebook is signed.
import { notLoaded } from '../lib/not-loaded.js'

type Encoder = typeof import('./encode-here.js')

let loading: Promise<Encoder> | undefined

/**
 * What encodes on this thread, loaded once and kept: to import again what is there can cost a page a whole frame.
 * @throws NbtrustError (rejects) `ERR_MISSING_DEPENDENCY` if it cannot be loaded; the next call tries again.
 */
export function loadEncoder(): Promise<Encoder> {
  loading ??= import('./encode-here.js').catch((cause: unknown) => {
    loading = undefined
    return notLoaded(cause)
  })
  return loading
}
