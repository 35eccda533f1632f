// The contestants of a digest, the same in Node and in a page: ours from bytes to hex, what cannot be beaten, and the npm peer.

import canonicalize from 'canonicalize'
import { encodeHere } from '../src/canonical/encode-here.js'
import { canonicalBytes, type Encoding } from '../src/canonical/index.js'
import { createHmac } from '../src/digest/index.js'
import { timed } from './kit/measure.js'
import { secret } from './secret.js'

export interface DigestCase {
  readonly encoding: Encoding
  /** The platform's own HMAC-SHA-256 with the same secret. */
  readonly hmac: (message: Uint8Array<ArrayBuffer>) => unknown
}

/** By name; each resolves to its milliseconds. `parse + hmac` and `hmac` are limits, not digests: nothing is canonicalized. */
export async function digestContestants(
  bytes: Uint8Array,
  { encoding, hmac }: DigestCase,
): Promise<Record<string, () => Promise<number>>> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign'])
  const ownHmac = await createHmac(key, 'sha256')
  const hashed = canonicalBytes(bytes, encoding)
  const digest = (encoded: Uint8Array): Promise<string> => ownHmac.digest(encoded)
  const text = decode(bytes)
  const own = {
    // On this thread, which is warm; what a page waits for a new worker is a row of its own (parts/off-thread.ts).
    ours: () => timed(() => encodeHere({ file: bytes, encoding }, digest)),
    'ours in JavaScript': () => timed(() => digest(canonicalBytes(bytes, encoding))),
    hmac: () => timed(() => hmac(hashed)),
  }
  if (encoding === 'nbformat') return own
  const parseThenHmac = (json: string): unknown => {
    JSON.parse(json)
    return hmac(hashed)
  }
  return {
    ...own,
    'parse + hmac': () => timed(() => parseThenHmac(text)),
    'decode + parse + hmac': () => timed(() => parseThenHmac(decode(bytes))),
    canonicalize: () => timed(() => hmac(new TextEncoder().encode(canonicalize(JSON.parse(decode(bytes)))))),
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
