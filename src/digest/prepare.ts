// What a page can have behind it before somebody opens its first notebook.
import { prepareEncoding } from '../canonical/index.js'
import { createHmac } from './create.js'

/**
 * Begins to load and compile what encodes and hashes, so that the first digest of a page need not wait for it, and has it run
 * while the page is idle (up to 30 ms at a time, until something is to be encoded), because code that has never run is slow.
 * Keeps 2 MB of memory for the first file. `openNotary` does so by itself; who only calls `computeDigest` may call this when
 * the page starts. Never throws: whoever asks for a digest is told what is wrong.
 */
export function prepareDigests(): void {
  prepareEncoding()
  // A browser starts the thread that hashes with the first key.
  createHmac(new Uint8Array(32), 'sha256')
    .then((hmac) => hmac.digest(new Uint8Array(1)))
    .catch(() => undefined)
}
