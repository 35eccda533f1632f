// SHA-256 without a key and without waiting, for comparing contents inside a page. Apart from the other algorithms, so
// that a page which needs no more than this loads no more.
import { sha256 } from '@noble/hashes/sha2.js'
import { toHex } from '../lib/hex.js'

/** Lower-case hex of SHA-256, without a key, at once. Text is hashed as UTF-8. */
export function sha256Hex(data: Uint8Array | string): string {
  return toHex(sha256(typeof data === 'string' ? new TextEncoder().encode(data) : data))
}
