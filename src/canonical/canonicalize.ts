// RFC 8785 canonical JSON of a value in memory. The bytes of a file get theirs without becoming values; see jcs.ts.
import type { JsonValue } from '../lib/json.js'
import { writeJson } from '../lib/json-write.js'
import { inKeyOrder } from './key-order.js'

/**
 * The canonical JSON of a value (RFC 8785): no white space, keys sorted by UTF-16 unit, numbers and strings as
 * ECMAScript writes them. Different JSON values have different texts, equal ones the same.
 * @throws NbtrustError `ERR_JSON_SURROGATE`, `ERR_JSON_NUMBER` (NaN and the infinities) or `ERR_ARGUMENT` with the path;
 * `ERR_JSON_DEPTH` beyond 1,000 levels.
 */
export function canonicalizeJson(value: JsonValue): string {
  const ordered = inKeyOrder(value)
  if (ordered !== undefined) {
    const text = JSON.stringify(ordered)
    // Half a surrogate pair is written as \\udXXX. Where that is found, it may also be a backslash before these letters.
    if (!text.includes('\\ud')) return text
  }
  return writeJson(value, { order: 'utf-16', loneSurrogates: 'refuse' })
}
