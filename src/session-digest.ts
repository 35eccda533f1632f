// For sessions that have produced more than they can keep: digests instead of outputs' contents.
import { canonicalizeJson } from './canonical/canonicalize.js'
import { sha256Hex } from './digest/noble-sha256.js'
import type { JsonValue } from './nbformat/model.js'
import type { Trusted } from './session-ledger.js'

/** Takes the first of these from the list, of so much size together, and lets them keep their digests. Returns their size. */
export function keepDigests(list: Trusted[], due: number): number {
  let size = 0
  while (size < due) {
    const oldest = list.shift()
    if (!oldest) break
    oldest.kept = contentDigest(oldest.kept)
    oldest.isSame = hasDigest
    size += oldest.size
  }
  return size
}

function hasDigest(value: JsonValue, digest: JsonValue): boolean {
  return digest !== null && contentDigest(value) === digest
}

// Lower-case hex of SHA-256 over the canonical JSON; `null` where there is none (a lone surrogate).
function contentDigest(value: JsonValue): string | null {
  try {
    return sha256Hex(canonicalizeJson(value))
  } catch {
    return null
  }
}
