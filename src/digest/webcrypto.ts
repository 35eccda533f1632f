// HMAC by WebCrypto, which is native, needs a secure context, and can hold a key that no script can read.

import { NbtrustError } from '../lib/errors.js'
import { toHex } from '../lib/hex.js'
import type { HashAlgorithm, Hmac } from './hmac.js'

// https://www.w3.org/TR/WebCryptoAPI/#hmac: these and no others.
const names: ReadonlyMap<HashAlgorithm, string> = new Map([
  ['sha1', 'SHA-1'],
  ['sha256', 'SHA-256'],
  ['sha384', 'SHA-384'],
  ['sha512', 'SHA-512'],
])

/** WebCrypto's interface, or undefined in an insecure context (`http:` that is not localhost) and where there is none. */
export function subtleCrypto(): SubtleCrypto | undefined {
  // The types say that it is always there.
  const { crypto }: { crypto?: Partial<Crypto> } = globalThis
  return crypto?.subtle
}

/** True if WebCrypto is here and has HMAC with this hash. */
export function hasWebcrypto(algorithm: HashAlgorithm): boolean {
  return names.has(algorithm) && subtleCrypto() !== undefined
}

/**
 * An HMAC with the key, or with bytes that become a key which cannot be read out.
 * @throws NbtrustError `ERR_ALGORITHM` if WebCrypto lacks the hash or the key is for another one;
 * `ERR_KEY_UNAVAILABLE` without WebCrypto, and for a key that cannot sign.
 */
export async function webcryptoHmac(secret: Uint8Array | CryptoKey, algorithm: HashAlgorithm): Promise<Hmac> {
  const hash = names.get(algorithm)
  if (hash === undefined) {
    throw new NbtrustError(
      'ERR_ALGORITHM',
      `WebCrypto has no HMAC with ${algorithm}; other algorithms need a key of plain bytes.`,
    )
  }
  const subtle = subtleCrypto()
  if (subtle === undefined) {
    throw new NbtrustError(
      'ERR_KEY_UNAVAILABLE',
      'The key is a CryptoKey, which only works in a secure context (https:).',
    )
  }
  const key = ArrayBuffer.isView(secret) ? await importKey(subtle, secret, hash) : checkKey(secret, algorithm)
  return {
    algorithm,
    engine: 'webcrypto',
    digest: async (bytes) => toHex(new Uint8Array(await subtle.sign('HMAC', key, unshared(bytes)))),
  }
}

async function importKey(subtle: SubtleCrypto, secret: Uint8Array, hash: string): Promise<CryptoKey> {
  try {
    return await subtle.importKey('raw', unshared(secret), { name: 'HMAC', hash }, false, ['sign'])
  } catch (cause) {
    throw new NbtrustError('ERR_KEY_UNAVAILABLE', 'The secret cannot be used as an HMAC key.', { cause })
  }
}

function checkKey(key: CryptoKey, algorithm: HashAlgorithm): CryptoKey {
  const own = key.algorithm as Partial<HmacKeyAlgorithm>
  if (own.name !== 'HMAC' || !key.usages.includes('sign')) {
    throw new NbtrustError('ERR_KEY_UNAVAILABLE', 'The key is not one for signing with HMAC.')
  }
  if (own.hash?.name !== names.get(algorithm)) {
    throw new NbtrustError(
      'ERR_ALGORITHM',
      `The key is for ${own.hash?.name ?? 'no hash'}, not for ${algorithm}.`,
    )
  }
  return key
}

// WebCrypto takes no memory that other threads may change.
function unshared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return isUnshared(bytes) ? bytes : new Uint8Array(bytes)
}

function isUnshared(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return typeof SharedArrayBuffer === 'undefined' || !(bytes.buffer instanceof SharedArrayBuffer)
}
