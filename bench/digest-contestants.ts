// The contestants of a digest, the same in Node and in a page: ours from bytes to hex, what cannot be beaten, and the npm peer.

import canonicalize from 'canonicalize'
import { encodingSteps } from '../src/canonical/encode.js'
import { encodeHere } from '../src/canonical/encode-here.js'
import { canonicalBytes, type Encoding } from '../src/canonical/index.js'
import { JsTokenizer } from '../src/canonical/js-tokenizer.js'
import { finish } from '../src/canonical/steps.js'
import { timed } from './kit/measure.js'

export interface DigestCase {
  readonly encoding: Encoding
  /** The package's own hex of it, as its `computeDigest` for Node or for pages has it. */
  readonly digest: (encoded: Uint8Array) => string | Promise<string>
  /** The platform's own HMAC-SHA-256 with the same secret. */
  readonly hmac: (message: Uint8Array<ArrayBuffer>) => unknown
}

/** By name; each resolves to its milliseconds. `parse + hmac` and `hmac` are limits, not digests: nothing is canonicalized. */
export function digestContestants(
  bytes: Uint8Array,
  { encoding, digest, hmac }: DigestCase,
): Record<string, () => Promise<number>> {
  const hashed = canonicalBytes(bytes, encoding)
  // As where a policy forbids WebAssembly: with a memory that is kept.
  const { open } = new JsTokenizer()
  const inJavaScript = () => finish(encodingSteps(bytes, encoding, { engine: open }))
  const text = decode(bytes)
  const own = {
    // On this thread, which is warm; what a page waits for a new worker is a row of its own (parts/off-thread.ts).
    ours: () => timed(() => encodeHere({ file: bytes, encoding }, digest)),
    'ours in JavaScript': () => timed(() => digest(inJavaScript())),
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
