// HMAC by Node's own OpenSSL, at once: for a small notebook, handing the bytes to WebCrypto's threads and back takes several
// times as long as hashing them.
import { createHmac, getHashes, type Hmac as NativeHmac } from 'node:crypto'
import { type HashAlgorithm, type Hmac, createHmac as portableHmac } from '../digest/index.js'

const names: Readonly<Record<HashAlgorithm, string>> = {
  blake2b: 'blake2b512',
  blake2s: 'blake2s256',
  md5: 'md5',
  sha1: 'sha1',
  sha224: 'sha224',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
  sha3_224: 'sha3-224',
  sha3_256: 'sha3-256',
  sha3_384: 'sha3-384',
  sha3_512: 'sha3-512',
}

/**
 * A function from bytes to the lower-case hex of their HMAC. Where this Node's OpenSSL lacks the hash, as one that is
 * restricted to FIPS does, the portable one is asked.
 * @throws NbtrustError `ERR_ALGORITHM` (rejects) for an unknown algorithm.
 */
export async function openDigest(
  secret: Uint8Array,
  algorithm: HashAlgorithm,
): Promise<(bytes: Uint8Array) => string | Promise<string>> {
  if (hasHash(algorithm)) return (bytes) => startHmac(secret, algorithm).update(bytes).digest('hex')
  const portable: Hmac = await portableHmac(secret, algorithm)
  return (bytes) => portable.digest(bytes)
}

/** True if this Node's OpenSSL has the hash. */
export function hasHash(algorithm: HashAlgorithm): boolean {
  return getHashes().includes(names[algorithm])
}

/** An HMAC of bytes that come one after the other. Throws where `hasHash` says that there is none. */
export function startHmac(secret: Uint8Array, algorithm: HashAlgorithm): NativeHmac {
  return createHmac(names[algorithm], secret)
}
