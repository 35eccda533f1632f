// From a notebook's file to its digest in one call, for whoever compares with another implementation.
import { type EncodeOptions, type Encoding, lendCanonicalBytes } from '../canonical/index.js'
import { loadEncoder } from '../canonical/load-encoder.js'
import { requireSource } from '../lib/source.js'
import { createHmac } from './create.js'
import type { HashAlgorithm } from './hmac.js'

/** How a digest is computed. */
export interface DigestOptions extends EncodeOptions {
  /** The key; bytes are taken as they are (Jupyter's key is the content of its `notebook_secret`). */
  readonly secret: Uint8Array | CryptoKey
  /** Default: `sha256`, as Jupyter's. */
  readonly algorithm?: HashAlgorithm | undefined
  /** Default: `jcs`. */
  readonly encoding?: Encoding | undefined
}

/**
 * The digest of a notebook's file, given as its bytes (faster) or its text: lower-case hex. The bytes must not change
 * meanwhile. A page goes on answering while that of a large file is computed; see `canonicalBytesOffThread`. What encodes is
 * loaded with the first digest, or before by `prepareDigests`.
 * @throws NbtrustError (rejects) with a code where there is no digest; see `canonicalBytes` and `createHmac`; the reason of
 * `signal` once that is aborted.
 */
export async function computeDigest(source: string | Uint8Array, options: DigestOptions): Promise<string> {
  const { secret, algorithm = 'sha256', encoding = 'jcs', signal, onProgress } = options
  requireSource(source)
  const hmac = await createHmac(secret, algorithm)
  signal?.throwIfAborted()
  // As nbformat's compute_signature, which has a digest for versions that nobody signs.
  const oldest = 1
  const digest = (bytes: Uint8Array): Promise<string> => hmac.digest(bytes)
  // Where no page has to answer meanwhile, no copy of the file is needed either.
  if (typeof document === 'undefined') {
    const { encodeHere } = await loadEncoder()
    return await encodeHere({ file: source, encoding, oldest }, digest)
  }
  return await lendCanonicalBytes(source, { encoding, oldest, signal, onProgress, isStill: true }, digest)
}
