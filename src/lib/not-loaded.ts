// Parts of the package that few pages need are loaded when they are needed, which fails without a network, and where the
// server has other files by then.
import { NbtrustError } from './errors.js'

/** To `catch` the import of such a part. @throws NbtrustError `ERR_MISSING_DEPENDENCY` with the cause, always. */
export function notLoaded(cause: unknown): never {
  throw new NbtrustError('ERR_MISSING_DEPENDENCY', 'A part of nbtrust could not be loaded.', { cause })
}
