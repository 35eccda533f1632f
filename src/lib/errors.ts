// The one error class of the package: a stable code for programs, one sentence with the place for people.

/** What went wrong, for programs. Codes never change their meaning; new ones may be added. */
export type ErrorCode =
  /** The text is not JSON. `place` is `line 3, column 5`. */
  | 'ERR_JSON_SYNTAX'
  /** The bytes are not UTF-8. `place` is `byte 17`. */
  | 'ERR_JSON_UTF8'
  /** A string holds a lone surrogate, which has no UTF-8, so there is no digest. */
  | 'ERR_JSON_SURROGATE'
  /** Nested deeper than the stated limit. */
  | 'ERR_JSON_DEPTH'
  /** A number that has no digest: an integer of more than 4300 digits, or one that no double holds; NaN and the infinities in JSON. */
  | 'ERR_JSON_NUMBER'
  /** Larger than the stated limit, or than this machine's memory. */
  | 'ERR_TOO_LARGE'
  /** JSON, but not a notebook. `place` is a path such as `cells[3].outputs[0]`. */
  | 'ERR_NOTEBOOK_SHAPE'
  /** A notebook of a version that cannot be read or signed. */
  | 'ERR_NOTEBOOK_VERSION'
  /** The notebook has no digest that stays the same from one reading to the next. */
  | 'ERR_NO_STABLE_DIGEST'
  /** An algorithm or encoding that does not exist. */
  | 'ERR_ALGORITHM'
  /** The signing key cannot be read or made. */
  | 'ERR_KEY_UNAVAILABLE'
  /** The signature store cannot be opened or used here. */
  | 'ERR_STORE_UNAVAILABLE'
  /** Another tab or process keeps the store from being opened, longer than the stated time. */
  | 'ERR_STORE_BLOCKED'
  /** The store was closed. */
  | 'ERR_STORE_CLOSED'
  /** There is no room left for the store. */
  | 'ERR_STORE_FULL'
  /** The store's file is damaged or is not a signature store. */
  | 'ERR_STORE_CORRUPT'
  /** A file cannot be found, read or written. */
  | 'ERR_FILE'
  /** An option or argument that does not fit. */
  | 'ERR_ARGUMENT'
  /** Something this function needs is not there (a DOM, jsdom, KaTeX, a part of this package that could not be loaded). */
  | 'ERR_MISSING_DEPENDENCY'

/** What an error carries besides its sentence. */
export interface ErrorDetails {
  /** Where in the input: a path such as `cells[3].outputs[0]`, or `line 3, column 5`. */
  readonly place?: string | undefined
  readonly cause?: unknown
}

/** Every error that nbtrust throws on purpose. The message is one sentence that names the place; it never holds key material. */
export class NbtrustError extends Error {
  override readonly name = 'NbtrustError'
  readonly code: ErrorCode
  /** Where in the input, if the input is at fault. */
  readonly place: string | undefined

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details)
    this.code = code
    this.place = details.place
  }
}
