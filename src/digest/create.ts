// Chooses who computes the HMAC: WebCrypto where it can, @noble/hashes where it cannot.
import { notLoaded } from '../lib/not-loaded.js'
import type { HashAlgorithm, Hmac } from './hmac.js'
import { hasWebcrypto, webcryptoHmac } from './webcrypto.js'

/**
 * A keyed hash; its `engine` says who computes it. The secret's bytes are taken as they are, of any length.
 * @throws NbtrustError `ERR_ALGORITHM` for an unknown algorithm, and for a CryptoKey of another one;
 * `ERR_KEY_UNAVAILABLE` for a CryptoKey where there is no WebCrypto; `ERR_MISSING_DEPENDENCY` if what computes the others
 * cannot be loaded.
 */
export async function createHmac(secret: Uint8Array | CryptoKey, algorithm: HashAlgorithm): Promise<Hmac> {
  // WebCrypto refuses to import an empty key, which HMAC itself allows.
  const bytesForNoble = ArrayBuffer.isView(secret) && (secret.length === 0 || !hasWebcrypto(algorithm))
  if (!bytesForNoble) return webcryptoHmac(secret, algorithm)
  // Loaded when needed: most pages never are without WebCrypto.
  const { nobleHmac } = await import('./noble.js').catch(notLoaded)
  return nobleHmac(secret, algorithm)
}
