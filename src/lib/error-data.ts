// An error on its way from one thread to another, where no class of ours survives.
import { type ErrorCode, NbtrustError } from './errors.js'

/** An error as data. */
export interface ErrorData {
  /** Undefined for a mistake of ours, which has none. */
  readonly code: ErrorCode | undefined
  readonly message: string
  readonly place: string | undefined
}

/** What an error says, to be sent. */
export function errorData(error: unknown): ErrorData {
  if (error instanceof NbtrustError) return { code: error.code, message: error.message, place: error.place }
  return { code: undefined, message: String(error), place: undefined }
}

/** The error that was sent. */
export function errorFrom({ code, message, place }: ErrorData): Error {
  return code ? new NbtrustError(code, message, { place }) : new Error(message)
}
