// The signatures of a notebook file in both encodings, and what is to be said where it has only one.
import { encodeHere } from '../canonical/encode-here.js'
import type { Encoding } from '../canonical/index.js'
import { type HashAlgorithm, signatureAlgorithm } from '../digest/index.js'
import { NbtrustError } from '../lib/errors.js'
import type { Signature } from '../signatures/store.js'
import { lendSource } from './lend-source.js'
import { openDigest } from './native-hmac.js'
import { streamDigests, worthStreaming } from './stream-notebook.js'

/** What a notebook is signed with. */
export interface SigningKey {
  readonly secret: Uint8Array
  readonly algorithm: HashAlgorithm
}

/** A notebook's signatures. */
export interface NotebookSignatures {
  /** What Jupyter signs and checks. */
  readonly nbformat: Signature
  /** nbtrust's own, injective; undefined where the notebook has no such encoding (a NaN, a number beyond a double). */
  readonly jcs: Signature | undefined
}

/** The one or two of them. */
export function signatureList({ nbformat, jcs }: NotebookSignatures): Signature[] {
  return jcs ? [nbformat, jcs] : [nbformat]
}

/** The bytes must not change meanwhile. @throws NbtrustError where the notebook has no digest for Jupyter. */
export async function signaturesOf(file: Uint8Array, key: SigningKey): Promise<NotebookSignatures> {
  const digest = await openDigest(key.secret, key.algorithm)
  const signature = async (encoding: Encoding): Promise<Signature> =>
    signatureIn(encoding, key, await encodeHere({ file, encoding }, digest))
  const nbformat = await signature('nbformat')
  const jcs = await signature('jcs').catch((error: unknown) => {
    if (error instanceof NbtrustError) return undefined
    throw error
  })
  return { nbformat, jcs }
}

/**
 * The same of a file. A large one is read piece by piece where that is possible, and then may have any size.
 * @throws NbtrustError `ERR_FILE`; `ERR_TOO_LARGE`; where the notebook has no digest for Jupyter.
 */
export async function fileSignatures(path: string, key: SigningKey): Promise<NotebookSignatures> {
  const digests = worthStreaming(path)
    ? await streamDigests(path, { ...key, encodings: ['nbformat', 'jcs'] })
    : undefined
  const nbformat = digests?.get('nbformat')
  const jcs = digests?.get('jcs')
  if (!nbformat) return await lendSource(path, (bytes) => signaturesOf(bytes, key))
  return {
    nbformat: signatureIn('nbformat', key, nbformat),
    jcs: jcs === undefined ? undefined : signatureIn('jcs', key, jcs),
  }
}

function signatureIn(encoding: Encoding, { algorithm }: SigningKey, digest: string): Signature {
  return { algorithm: signatureAlgorithm(algorithm, encoding), digest }
}
