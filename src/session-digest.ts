// A digest of an output's content, for sessions that have produced more than they can keep.
import { canonicalizeJson } from './canonical/canonicalize.js'
import { sha256Hex } from './digest/noble-sha256.js'
import type { JsonValue } from './nbformat/model.js'

/** Lower-case hex of SHA-256 over the canonical JSON; `undefined` where there is none (a lone surrogate). */
export function contentDigest(value: JsonValue): string | undefined {
  try {
    return sha256Hex(canonicalizeJson(value))
  } catch {
    return undefined
  }
}
