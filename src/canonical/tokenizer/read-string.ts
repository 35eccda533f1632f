// Reads one JSON string from UTF-8 bytes, checks the UTF-8 in the same pass, and writes for Python what it says, for JSON
// its canonical spelling with quotes and escapes. Compiled to WebAssembly too.
import type { Bytes, int } from '../../lib/portable.js'
import { sequenceLength } from '../../lib/utf8.js'
import { copyPlain } from './machine.js'
import type { Tape } from './tape.js'
import { writeCode } from './write-code.js'

/** Reads on from the byte after the opening quote; returns where the byte after the closing quote is. */
export function readString(tape: Tape, from: int): int {
  const text = tape.text
  const words = tape.words
  const json = tape.json
  let at = from
  let size = tape.size
  if (json) text[size++] = 0x22
  while (true) {
    const run = copyPlain(text, words, at, size)
    at += run
    size += run
    const byte = text[at] as int
    if (byte === 0x5c) {
      const letter = text[at + 1] as int
      const meaning = meaningOf(letter)
      if (meaning === 0) {
        tape.size = size
        at = readUnicodeEscape(tape, at)
        size = tape.size
      } else {
        // `\/` is the one of these that is no canonical spelling.
        if (json && letter !== 0x2f) {
          text[size++] = 0x5c
          text[size++] = letter
        } else {
          text[size++] = meaning
        }
        at += 2
      }
      // Most escapes are the line feed that a line ends with.
      if (text[at] !== 0x22) continue
    } else if (byte !== 0x22) {
      const length = byte < 0x80 ? 0 : sequenceLength(text, at)
      if (length === 0) tape.host.reject(at)
      for (let i: int = 0; i < length; i++) text[size++] = text[at++] as int
      continue
    }
    if (json) text[size++] = 0x22
    tape.size = size
    return at + 1
  }
}

/** What a letter after a backslash stands for, or 0. */
function meaningOf(letter: int): int {
  switch (letter) {
    case 0x6e:
      return 0x0a
    case 0x22:
    case 0x5c:
    case 0x2f:
      return letter
    case 0x62:
      return 0x08
    case 0x66:
      return 0x0c
    case 0x72:
      return 0x0d
    case 0x74:
      return 0x09
    default:
      return 0
  }
}

// `at` is the backslash; returns the offset after the escape, or after both of a surrogate pair.
function readUnicodeEscape(tape: Tape, at: int): int {
  const text = tape.text
  const unit = unicodeEscape(text, at)
  if (unit < 0) tape.host.reject(at)
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const low = unicodeEscape(text, at + 6)
    if (low >= 0xdc00 && low <= 0xdfff) {
      writeCode(tape, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00))
      return at + 12
    }
  }
  // Python loads half a pair, and fails only if it has to be hashed: kept like any other code point, and remembered.
  if (unit >= 0xd800 && unit <= 0xdfff) tape.host.noteLone(at, tape.size)
  writeCode(tape, unit)
  return at + 6
}

function unicodeEscape(text: Bytes, at: int): int {
  if (text[at] !== 0x5c || text[at + 1] !== 0x75) return -1
  let unit: int = 0
  for (let i: int = at + 2; i < at + 6; i++) {
    const digit = hexDigit(text[i] as int)
    if (digit < 0) return -1
    unit = unit * 16 + digit
  }
  return unit
}

function hexDigit(byte: int): int {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}
