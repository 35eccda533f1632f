// Turns what a browser says when IndexedDB fails into the package's coded errors.
import { NbtrustError } from './errors.js'

/**
 * True if the browser closed the connection underneath (site data cleared, storage process gone, a newer version wants
 * the database), so that nothing was committed and opening again may help.
 */
export function isLostConnection(error: unknown): boolean {
  // WebKit says UnknownError when its storage process went away ("Connection to Indexed Database server lost").
  return ['InvalidStateError', 'AbortError', 'UnknownError'].includes(nameOf(error))
}

/** The coded error for whatever `indexedDB.open`, a transaction or a request failed with. Coded errors pass unchanged. */
export function storeError(error: unknown, database: string): NbtrustError {
  if (error instanceof NbtrustError) return error
  const cause = { cause: error }
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return new NbtrustError('ERR_STORE_FULL', 'This browser has no room left for signatures.', cause)
    case 'InvalidStateError':
    case 'AbortError':
      return new NbtrustError('ERR_STORE_CLOSED', `The browser closed the database ${database}.`, cause)
    case 'VersionError':
      return unavailable(`The database ${database} was made by a newer version of nbtrust.`, error)
    case 'NotFoundError':
    case 'DataError':
    case 'ConstraintError':
      return new NbtrustError(
        'ERR_STORE_CORRUPT',
        `The database ${database} is not a signature store.`,
        cause,
      )
    default:
      return unavailable(notHere, error)
  }
}

/** The coded error for a database that could not be opened at all; an AbortError, after which to try again, unchanged. */
export function openError(error: unknown, database: string): unknown {
  if (nameOf(error) === 'AbortError') return error
  // Firefox has said InvalidStateError where private windows cannot store; nothing was open that could have closed.
  return isLostConnection(error) ? unavailable(notHere, error) : storeError(error, database)
}

const notHere =
  'IndexedDB cannot be used here: this browser, or its mode, stores nothing. In Node use openNotary of nbtrust/node.'

function unavailable(message: string, cause: unknown): NbtrustError {
  return new NbtrustError('ERR_STORE_UNAVAILABLE', message, { cause })
}

// Of whatever was thrown: in some runtimes DOMException does not inherit from Error.
function nameOf(error: unknown): string {
  return String((error as { readonly name?: unknown } | null | undefined)?.name)
}
