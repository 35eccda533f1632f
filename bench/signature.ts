// Signatures by number, the same for every store and every peer.

/** Lower-case hex of a number, as long as a SHA-256 digest. */
export function digestOf(index: number): string {
  return index.toString(16).padStart(64, '0')
}
