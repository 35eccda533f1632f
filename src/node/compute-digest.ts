// `computeDigest` with Node's own OpenSSL, which hashes the bytes where they lie: WebCrypto would copy them first.
import { encodeHere } from '../canonical/encode-here.js'
import { computeDigest as computeAnywhere, type DigestOptions } from '../digest/index.js'
import { openDigest } from './native-hmac.js'

/** The digest of a notebook's file; see the `computeDigest` of pages, which this is but for its use of memory. */
export async function computeDigest(source: string | Uint8Array, options: DigestOptions): Promise<string> {
  const { secret, algorithm = 'sha256', encoding = 'jcs', signal } = options
  const isFile = typeof source === 'string' || ArrayBuffer.isView(source)
  if (!isFile || !ArrayBuffer.isView(secret)) return await computeAnywhere(source, options)
  const digest = await openDigest(secret, algorithm)
  signal?.throwIfAborted()
  return await encodeHere({ file: source, encoding, oldest: 1 }, digest)
}
