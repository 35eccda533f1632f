// Says in one sentence what is wrong with a text that is not JSON, for a person who never wrote JSON by hand.
import { NbtrustError } from './errors.js'
import { linePlace } from './place.js'

/** What the reader was looking for when it could not go on. */
export type Wanted = 'value' | 'key' | 'colon' | '{' | '[' | 'string' | 'escape' | 'number' | 'after the end'

/** The `ERR_JSON_SYNTAX` error for a text that cannot be read on from `at` (UTF-16 units). */
export function jsonError(text: string, at: number, wanted: Wanted): NbtrustError {
  const place = linePlace(text, at)
  return new NbtrustError('ERR_JSON_SYNTAX', `Not JSON: ${reason(text, at, wanted, place)}.`, { place })
}

function reason(text: string, at: number, wanted: Wanted, place: string): string {
  if (/^\s*$/.test(text)) return 'the file is empty'
  if (text.startsWith('\ufeff'))
    return 'the file begins with a byte order mark (BOM), which JSON does not allow'
  if (at >= text.length) {
    const inside = wanted === 'string' || wanted === 'escape' ? ' in the middle of a string' : ''
    return `the text ends${inside} at ${place}; the file may have been cut off`
  }
  const rest = text.slice(at, at + 40)
  if (/^(<{7}|={7}|>{7}|\|{7})/.test(rest)) return `an unresolved merge conflict begins at ${place}`
  if (wanted === 'value' && /^\s*</.test(text)) return 'the file begins with "<", as a web page does'
  if (wanted === 'string')
    return `a string holds ${shown(rest)} at ${place}, which must be written as an escape`
  if (wanted === 'escape') return `a string holds the unknown escape ${escapeAt(rest)} at ${place}`
  const word = /^(?:[+-]?(?:nan|infinity|inf)|undefined|None|True|False)\b/i.exec(rest)
  if (word !== null) return `${word[0]} at ${place} is not a JSON value`
  if (wanted === 'number')
    return `${JSON.stringify(/^[\w.+-]*/.exec(rest)?.[0])} at ${place} is not a JSON number`
  if (wanted === 'after the end') return `there is more text after the end, at ${place}`
  const before = text.slice(0, at).trimEnd()
  const comma = before.endsWith(',') && (rest.startsWith('}') || rest.startsWith(']'))
  if (comma) return `a comma stands before the closing bracket at ${place}`
  if (/^\/[/*]/.test(rest)) return `there is a comment at ${place}`
  if (rest.startsWith("'")) return `there is a single quote instead of a double one at ${place}`
  return `there is ${shown(rest)} at ${place} where ${expectation[wanted]} should be`
}

const expectation = {
  value: 'a value',
  key: 'a key in double quotes',
  colon: 'a colon',
  '{': 'a comma or "}"',
  '[': 'a comma or "]"',
}

// Characters that nobody can see are named by their code point.
function shown(rest: string): string {
  const char = String.fromCodePoint(rest.codePointAt(0) ?? 0)
  if (/^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(char)) return `'${char}'`
  return `the character U+${(rest.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

function escapeAt(rest: string): string {
  const found = /^\\(?:u[0-9a-zA-Z]{0,4}|[\x21-\x7e])?/.exec(rest)
  return found?.[0] ?? '\\'
}
