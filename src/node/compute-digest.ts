// `computeDigest` with Node's own OpenSSL, which hashes the bytes where they lie: WebCrypto would copy them first.
import { encodeHere } from '../canonical/encode-here.js'
import { computeDigest as computeAnywhere, type DigestOptions } from '../digest/index.js'
import { openDigest } from './native-hmac.js'
import { type ReadOptions, readSource } from './notebook-file.js'
import { streamDigests, worthStreaming } from './stream-notebook.js'

/** The digest of a notebook's file; see the `computeDigest` of pages, which this is but for its use of memory. */
export async function computeDigest(source: string | Uint8Array, options: DigestOptions): Promise<string> {
  const { secret, algorithm = 'sha256', encoding = 'jcs', signal } = options
  const isFile = typeof source === 'string' || ArrayBuffer.isView(source)
  if (!isFile || !ArrayBuffer.isView(secret)) return await computeAnywhere(source, options)
  const digest = await openDigest(secret, algorithm)
  signal?.throwIfAborted()
  return await encodeHere({ file: source, encoding, oldest: 1 }, digest)
}

/**
 * The digest of a notebook file. A large one is read piece by piece, so that it takes no more memory than its longest cell or
 * its metadata, and may have any size: where its first key is `cells`, as in the files of Jupyter. Others are read as a whole.
 * @throws NbtrustError (rejects) `ERR_FILE`; `ERR_TOO_LARGE` for a file that has to be read as a whole and has more than
 * `maxBytes`; what `computeDigest` throws.
 */
export async function computeFileDigest(path: string, options: DigestOptions & ReadOptions): Promise<string> {
  const { secret, algorithm = 'sha256', encoding = 'jcs', signal, onProgress } = options
  signal?.throwIfAborted()
  if (ArrayBuffer.isView(secret) && worthStreaming(path)) {
    const key = { secret, algorithm, encodings: [encoding] }
    const hex = (await streamDigests(path, { ...key, signal, onProgress }))?.get(encoding)
    if (hex !== undefined) return hex
  }
  return await computeDigest(await readSource(path, options), options)
}
