// The contract of a signature database: a set of (algorithm, digest) pairs, each with the time it was last seen.

/** One remembered signature. An algorithm's name says the encoding too: `sha256` is nbformat's, `jcs-sha256` ours. */
export interface Signature {
  readonly algorithm: string
  /** Lower-case hex. */
  readonly digest: string
}

/**
 * Where signatures are remembered. Every method rejects with an `NbtrustError` whose code begins with `ERR_STORE_` when
 * the store cannot answer; a rejection always means "not trusted", and never that something stored was lost.
 */
export interface SignatureStore {
  /**
   * Remembers all of these or none. Storing one again renews its time. Once there are too many the oldest are culled,
   * which may go on after this has resolved. What a page stored just before the machine loses its power may be forgotten,
   * and is then not trusted.
   */
  storeSignatures(signatures: readonly Signature[]): Promise<void>
  /**
   * True if it is remembered. A hit renews its time; the answer does not wait for that, which is done together with other
   * hits soon after, in any case before something is culled and before the store is closed.
   */
  checkSignature(signature: Signature): Promise<boolean>
  /** As `checkSignature` for each, in one go: the answers in the same order. */
  checkSignatures(signatures: readonly Signature[]): Promise<readonly boolean[]>
  /** Forgets all of these; what is kept on a disk is gone from there when it resolves. Resolves if one was never stored. */
  removeSignatures(signatures: readonly Signature[]): Promise<void>
  /** Forgets every signature, as surely. */
  clear(): Promise<void>
  /** Waits for what is under way. Calling it twice is harmless; any other method then rejects with `ERR_STORE_CLOSED`. */
  close(): Promise<void>
}

/** How many signatures a store keeps. Beyond it the oldest are culled until three quarters of this remain (nbformat: 65535). */
export const defaultCacheSize = 65535

/** A text that is the same for equal signatures only: JSON keeps the two parts apart whatever they hold. */
export function signatureId({ algorithm, digest }: Signature): string {
  return JSON.stringify([algorithm, digest])
}
