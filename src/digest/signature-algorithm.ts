// How signatures of different kinds are told apart in one store.
import type { Encoding } from '../canonical/index.js'
import type { HashAlgorithm } from './hmac.js'

/** The name under which signatures of this kind are stored: `sha256` for nbformat's encoding, `jcs-sha256` for ours. */
export function signatureAlgorithm(algorithm: HashAlgorithm, encoding: Encoding): string {
  return encoding === 'nbformat' ? algorithm : `${encoding}-${algorithm}`
}
