// Reads one JSON string from UTF-8 bytes, checks the UTF-8 in the same pass, and appends what it says to the tape.
import { sequenceLength } from '../lib/bytes.js'
import { reject } from './reject.js'
import type { Tape } from './tape.js'

// 1 for the bytes that stand for themselves: ASCII but for control characters, the quote and the backslash.
const plain: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte < 0x80 && byte !== 0x22 && byte !== 0x5c ? 1 : 0,
)
// What follows a backslash, and what it stands for.
const escapes: Uint8Array = new Uint8Array(256)
for (const [letter, char] of ['""', '\\\\', '//', 'b\b', 'f\f', 'n\n', 'r\r', 't\t']) {
  escapes[String(letter).charCodeAt(0)] = String(char).charCodeAt(0)
}

// Below this a loop copies faster than a typed array's `set`.
const shortRun = 32

/** Reads on from the byte after the opening quote to the one after the closing quote. */
export function readString(tape: Tape): void {
  const { bytes, out } = tape
  const end = bytes.length
  let { at, size } = tape
  for (;;) {
    const from = at
    at = skipPlain(tape, at)
    if (at - from < shortRun) {
      for (let i = from; i < at; i++) out[size++] = bytes[i] ?? 0
    } else {
      out.set(bytes.subarray(from, at), size)
      size += at - from
    }
    if (at >= end) reject(tape, at)
    const byte = bytes[at] ?? 0
    if (byte === 0x22) {
      tape.at = at + 1
      tape.size = size
      return
    }
    if (byte === 0x5c) {
      const escaped = escapes[bytes[at + 1] ?? 0] ?? 0
      if (escaped !== 0) {
        out[size++] = escaped
        at += 2
      } else {
        tape.size = size
        at = readUnicodeEscape(tape, at)
        size = tape.size
      }
    } else {
      if (byte < 0x80) reject(tape, at)
      const length = sequenceLength(bytes, at)
      if (length === 0) reject(tape, at)
      for (let i = 0; i < length; i++) out[size++] = bytes[at++] ?? 0
    }
  }
}

// The end of the run of bytes that stand for themselves. Four at a time where the file lies on a word boundary: x - 1
// borrows from the high bit of each byte of x that is 0, so a quote or a backslash shows after an exclusive or, a control
// character after subtracting 0x20, and what is not ASCII has its high bit already.
function skipPlain(tape: Tape, from: number): number {
  const { bytes, words } = tape
  const end = bytes.length
  let at = from
  while (at < end && plain[bytes[at] ?? 0] === 1) {
    at++
    if ((at & 3) !== 0) continue
    let index = at >> 2
    for (; index < words.length; index++) {
      const four = words[index] ?? 0
      const quote = (four ^ 0x22222222) - 0x01010101
      const backslash = (four ^ 0x5c5c5c5c) - 0x01010101
      if (((quote | backslash | (four - 0x20202020) | four) & 0x80808080) !== 0) break
    }
    at = index << 2
    while (at < end && plain[bytes[at] ?? 0] === 1) at++
    return at
  }
  return at
}

// `at` is the backslash; returns the offset after the escape, or after both of a surrogate pair.
function readUnicodeEscape(tape: Tape, at: number): number {
  const { bytes } = tape
  const unit = unicodeEscape(bytes, at)
  if (unit < 0) reject(tape, at)
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const low = unicodeEscape(bytes, at + 6)
    if (low >= 0xdc00 && low <= 0xdfff) {
      append(tape, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00))
      return at + 12
    }
  }
  // Python loads half a pair, and fails only if it has to be hashed: kept like any other code point, and remembered.
  if (unit >= 0xd800 && unit <= 0xdfff) tape.lone.push(tape.size, at)
  append(tape, unit)
  return at + 6
}

function unicodeEscape(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== 0x5c || bytes[at + 1] !== 0x75) return -1
  let unit = 0
  for (let i = at + 2; i < at + 6; i++) {
    const digit = hexDigit(bytes[i] ?? 0)
    if (digit < 0) return -1
    unit = unit * 16 + digit
  }
  return unit
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

function append(tape: Tape, code: number): void {
  const { out } = tape
  if (code < 0x80) {
    out[tape.size++] = code
    return
  }
  if (code < 0x800) {
    out[tape.size++] = 0xc0 | (code >> 6)
  } else {
    if (code < 0x10000) {
      out[tape.size++] = 0xe0 | (code >> 12)
    } else {
      out[tape.size++] = 0xf0 | (code >> 18)
      out[tape.size++] = 0x80 | ((code >> 12) & 0x3f)
    }
    out[tape.size++] = 0x80 | ((code >> 6) & 0x3f)
  }
  out[tape.size++] = 0x80 | (code & 0x3f)
}
