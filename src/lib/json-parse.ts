// Reads JSON: JSON.parse does the work, and the scanner explains what it refused.
import { NbtrustError } from './errors.js'
import type { JsonValue } from './json.js'
import { maxJsonDepth } from './json-depth.js'
import { scanJson } from './json-scan.js'
import { linePlace } from './place.js'

/**
 * The value of a JSON text. A key that is given twice has its last value, as in Python.
 * @throws NbtrustError `ERR_JSON_SYNTAX` or `ERR_JSON_DEPTH` with `line, column`.
 */
export function parseJson(text: string): JsonValue {
  let value: JsonValue
  try {
    value = JSON.parse(text)
  } catch (cause) {
    scanJson(text)
    // Only where an engine refuses what RFC 8259 allows, for want of memory for example.
    const place = linePlace(text, 0)
    throw new NbtrustError('ERR_JSON_SYNTAX', `The JSON could not be read, beginning at ${place}.`, {
      place,
      cause,
    })
  }
  // The scanner knows where.
  if (isTooDeep(value)) scanJson(text)
  return value
}

function isTooDeep(value: JsonValue): boolean {
  let level: object[] = typeof value === 'object' && value !== null ? [value] : []
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > maxJsonDepth) return true
    const next: object[] = []
    for (const container of level) {
      const items: JsonValue[] = Array.isArray(container) ? container : Object.values(container)
      for (const item of items) if (typeof item === 'object' && item !== null) next.push(item)
    }
    level = next
  }
  return false
}
