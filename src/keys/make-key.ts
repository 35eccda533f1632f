// Makes a signing key: one that cannot be read out where WebCrypto exists, else random bytes.
import { subtleCrypto } from '../digest/webcrypto.js'
import { NbtrustError } from '../lib/errors.js'

/** A key for HMAC-SHA-256: a `CryptoKey` that nobody can export, or, where there is no `crypto.subtle`, 64 random bytes. */
export type SigningKey = CryptoKey | Uint8Array

// The block size of SHA-256, which is also what generateKey makes: a longer key would be hashed first (RFC 2104).
const keyBytes = 64

/**
 * Makes a new random key and keeps it nowhere.
 * @throws NbtrustError `ERR_KEY_UNAVAILABLE` if this browser cannot make one.
 */
export async function makeKey(): Promise<SigningKey> {
  try {
    const subtle = subtleCrypto()
    if (!subtle) return crypto.getRandomValues(new Uint8Array(keyBytes))
    return await subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  } catch (cause) {
    throw new NbtrustError('ERR_KEY_UNAVAILABLE', 'This browser could not make a signing key.', { cause })
  }
}

/** Narrows what a database held to a key that can be used here; `undefined` if it is none. */
export function asSigningKey(stored: unknown): SigningKey | undefined {
  if (stored instanceof Uint8Array) return stored.length === keyBytes ? stored : undefined
  if (!subtleCrypto() || !(stored instanceof CryptoKey)) return undefined
  return stored.algorithm.name === 'HMAC' && stored.usages.includes('sign') ? stored : undefined
}
