// The contract of a keyed hash, so that a notary need not know whether WebCrypto or @noble/hashes does the work.

/** nbformat's algorithm names (`jupyter --NotebookNotary.algorithm`). For blake2 this is HMAC-BLAKE2, not BLAKE2's own keying. */
export const hashAlgorithms = [
  'blake2b',
  'blake2s',
  'md5',
  'sha1',
  'sha224',
  'sha256',
  'sha384',
  'sha512',
  'sha3_224',
  'sha3_256',
  'sha3_384',
  'sha3_512',
] as const

/** One of {@link hashAlgorithms}. */
export type HashAlgorithm = (typeof hashAlgorithms)[number]

/** Who computes the HMAC: `webcrypto` with a key that cannot be read out, or `noble` in JavaScript over readable key bytes. */
export type HmacEngine = 'webcrypto' | 'noble'

/** A keyed hash: key and algorithm are inside, bytes go in, lower-case hex comes out. */
export interface Hmac {
  readonly algorithm: HashAlgorithm
  readonly engine: HmacEngine
  /** Lower-case hex of HMAC(key, bytes). */
  digest(bytes: Uint8Array): Promise<string>
}
