// The tokens of JSON (RFC 8259): where a string, a number, a word or white space ends.
import { jsonError } from './json-errors.js'
import type { JsonDialect } from './json-scan.js'

/** The first offset that is not JSON's white space: space, tab, line feed, carriage return, and nothing else. */
export function skipSpace(text: string, from: number): number {
  let at = from
  for (;;) {
    const unit = text.charCodeAt(at)
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return at
    at++
  }
}

/** The offset after the closing quote of the string that opens at `from`. */
export function scanString(text: string, from: number): number {
  // A run of anything but the quote, the backslash and the control characters, which JSON wants escaped.
  const plain = /[ !#-[\]-\uffff]*/y
  let at = from + 1
  for (;;) {
    plain.lastIndex = at
    at += plain.exec(text)?.[0].length ?? 0
    const char = text[at]
    if (char === '"') return at + 1
    if (char !== '\\') throw jsonError(text, at, 'string')
    const letter = text[at + 1]
    if (letter !== undefined && '"\\/bfnrt'.includes(letter)) at += 2
    else if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) at += 6
    else throw jsonError(text, at, 'escape')
  }
}

/** The offset after the number at `from`, or undefined where none begins. */
export function scanNumber(text: string, from: number): number | undefined {
  const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
  number.lastIndex = from
  const found = number.exec(text)
  if (found === null) return undefined
  const end = from + found[0].length
  // What looks like the rest of a number (01, 1., 1e, 0x10, 1_000) is named as such and not as a missing comma.
  if (/[\w.+-]/.test(text[end] ?? '')) throw jsonError(text, from, 'number')
  return end
}

/** The offset after `true`, `false` or `null` (in Python's dialect also NaN and the infinities). */
export function scanWord(text: string, from: number, dialect: JsonDialect): number {
  const words = dialect === 'python' ? /true|false|null|NaN|-?Infinity/y : /true|false|null/y
  words.lastIndex = from
  const found = words.exec(text)
  if (found === null) throw jsonError(text, from, 'value')
  return from + found[0].length
}
