// The order of keys: by code point for Python, by UTF-16 code unit in RFC 8785.
import { type Tape, textEnd, textStart } from './tape.js'

/** Compares two keys as their spelling sorts them: negative, zero, or positive. */
export function compareKeys(tape: Tape, a: number, b: number): number {
  const { out } = tape
  const json = tape.spelling === 'json'
  const endA = textEnd(tape, a)
  const endB = textEnd(tape, b)
  let i = textStart(tape, a)
  let j = textStart(tape, b)
  while (i < endA && j < endB) {
    const byteA = out[i] ?? 0
    const byteB = out[j] ?? 0
    if (json && (byteA === backslash || byteB === backslash)) {
      const difference = meaning(out, i) - meaning(out, j)
      if (difference !== 0) return difference
      i += escapeLength(out, i)
      j += escapeLength(out, j)
    } else {
      // The order of UTF-8's bytes is that of the code points.
      if (byteA !== byteB) return json ? utf16Rank(byteA) - utf16Rank(byteB) : byteA - byteB
      i++
      j++
    }
  }
  return endA - i - (endB - j)
}

const backslash = 0x5c

// What a byte says, or the escape that begins with it: in canonical JSON only control characters, the quote and the
// backslash are escaped.
function meaning(out: Uint8Array, at: number): number {
  if (out[at] !== backslash) return out[at] ?? 0
  const spelling = String.fromCharCode(...out.subarray(at, at + escapeLength(out, at)))
  return String(JSON.parse(`"${spelling}"`)).charCodeAt(0)
}

function escapeLength(out: Uint8Array, at: number): number {
  if (out[at] !== backslash) return 1
  return out[at + 1] === 0x75 ? 6 : 2
}

// Characters from U+10000 on, which begin with 0xF0 and more, are surrogates in UTF-16: after U+D7FF, before U+E000
// (0xEE 0x80 0x80).
function utf16Rank(byte: number): number {
  return byte >= 0xf0 ? 0xed + (byte - 0xef) / 8 : byte
}
