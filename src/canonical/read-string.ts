// Reads one JSON string from UTF-8 bytes, checks the UTF-8 in the same pass, and appends it to the tape: for Python what
// it says, for JSON its canonical spelling with quotes and escapes.
import { sequenceLength } from '../lib/bytes.js'
import { appendCode } from './append.js'
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

// From here on a run is first only looked through, and then copied at once.
const longRun = 256

/** Reads on from the byte after the opening quote; returns where the byte after the closing quote is. */
export function readString(tape: Tape, from: number): number {
  const { bytes, view, out, outView, quote } = tape
  const lastWord = bytes.length - 4
  const long = from + longRun
  let at = from
  let { size } = tape
  if (quote === 1) out[size++] = 0x22
  for (;;) {
    while (at <= lastWord) {
      const word = view.getInt32(at, true)
      if (!isPlain(word)) break
      outView.setInt32(size, word, true)
      at += 4
      size += 4
      if (at > long) {
        const start = at
        while (at <= lastWord && isPlain(view.getInt32(at, true))) at += 4
        out.set(bytes.subarray(start, at), size)
        size += at - start
      }
    }
    if (at >= bytes.length) reject(tape, at)
    let byte = bytes[at] ?? 0
    while (plain[byte] === 1) {
      out[size++] = byte
      if (++at >= bytes.length) reject(tape, at)
      byte = bytes[at] ?? 0
    }
    if (byte === 0x22) {
      if (quote === 1) out[size++] = 0x22
      tape.size = size
      return at + 1
    }
    if (byte === 0x5c) {
      const letter = bytes[at + 1] ?? 0
      const meaning = escapes[letter] ?? 0
      if (meaning !== 0) {
        // `\/` is the one of these that is no canonical spelling.
        if (quote === 1 && letter !== 0x2f) {
          out[size++] = 0x5c
          out[size++] = letter
        } else {
          out[size++] = meaning
        }
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

// True if four bytes all stand for themselves: x - 1 borrows from the high bit of each byte of x that is 0, so a quote or
// a backslash shows after an exclusive or, a control character after subtracting 0x20, and what is not ASCII has its high
// bit already. A borrow into the next byte only errs above a byte that is not plain.
function isPlain(word: number): boolean {
  const quote = (word ^ 0x22222222) - 0x01010101
  const backslash = (word ^ 0x5c5c5c5c) - 0x01010101
  return ((quote | backslash | (word - 0x20202020) | word) & 0x80808080) === 0
}

// `at` is the backslash; returns the offset after the escape, or after both of a surrogate pair.
function readUnicodeEscape(tape: Tape, at: number): number {
  const { bytes } = tape
  const unit = unicodeEscape(bytes, at)
  if (unit < 0) reject(tape, at)
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const low = unicodeEscape(bytes, at + 6)
    if (low >= 0xdc00 && low <= 0xdfff) {
      appendCode(tape, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00))
      return at + 12
    }
  }
  // Python loads half a pair, and fails only if it has to be hashed: kept like any other code point, and remembered.
  if (unit >= 0xd800 && unit <= 0xdfff) tape.lone.push(tape.size, at)
  appendCode(tape, unit)
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
