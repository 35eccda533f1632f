// The order of keys: by code point for Python, by UTF-16 code unit in RFC 8785. Compiled to WebAssembly too.
import type { Bytes, int } from '../../lib/portable.js'
import { type Tape, textEnd, textStart } from './tape.js'

const backslash: int = 0x5c

/** Compares two keys as their spelling sorts them: negative, zero, or positive. */
export function compareKeys(tape: Tape, a: int, b: int): int {
  const text = tape.text
  const json = tape.json
  const endA = textEnd(tape, a)
  const endB = textEnd(tape, b)
  let i = textStart(tape, a)
  let j = textStart(tape, b)
  while (i < endA && j < endB) {
    const byteA = text[i] as int
    const byteB = text[j] as int
    if (json && (byteA === backslash || byteB === backslash)) {
      const difference = meaningAt(text, i) - meaningAt(text, j)
      if (difference !== 0) return difference
      i += spellingLength(text, i)
      j += spellingLength(text, j)
    } else {
      // The order of UTF-8's bytes is that of the code points.
      if (byteA !== byteB) return json ? utf16Rank(byteA) - utf16Rank(byteB) : byteA - byteB
      i++
      j++
    }
  }
  return endA - i - (endB - j)
}

// What a byte says, or the escape that begins with it: in canonical JSON only control characters, the quote and the
// backslash are escaped.
function meaningAt(text: Bytes, at: int): int {
  const byte = text[at] as int
  if (byte !== backslash) return byte
  const letter = text[at + 1] as int
  switch (letter) {
    case 0x62:
      return 0x08
    case 0x74:
      return 0x09
    case 0x6e:
      return 0x0a
    case 0x66:
      return 0x0c
    case 0x72:
      return 0x0d
    case 0x75: {
      const digit = text[at + 5] as int
      return ((text[at + 4] as int) - 0x30) * 16 + (digit < 0x3a ? digit - 0x30 : digit - 0x57)
    }
    default:
      return letter
  }
}

function spellingLength(text: Bytes, at: int): int {
  if (text[at] !== backslash) return 1
  return text[at + 1] === 0x75 ? 6 : 2
}

// Characters from U+10000 on, which begin with 0xF0 and more, are surrogates in UTF-16: after U+D7FF, before U+E000
// (0xEE 0x80 0x80). Ranks are eight times the bytes, which leaves room for them.
function utf16Rank(byte: int): int {
  return byte >= 0xf0 ? 8 * 0xed + (byte - 0xef) : 8 * byte
}
