// What JavaScript and WebAssembly do each in their own way; assembly/machine.ts does it with vectors of 16 bytes.
import type { Bytes, int, Words } from '../../lib/portable.js'
import type { Tape } from './tape.js'

// From here on a run is first only looked through, and then copied at once.
const longRun = 256

/** Copies bytes from `from` down to `to` as long as they stand for themselves in a string; returns how many that were. */
export function copyPlain(text: Bytes, words: Words, from: int, to: int): int {
  let at = from
  let size = to
  const long = from + longRun
  let word = words.getInt32(at, true)
  while (isPlain(word)) {
    words.setInt32(size, word, true)
    at += 4
    size += 4
    word = words.getInt32(at, true)
    if (at > long && isPlain(word)) {
      const start = at
      do at += 4
      while (isPlain(words.getInt32(at, true)))
      text.copyWithin(size, start, at)
      size += at - start
      word = words.getInt32(at, true)
    }
  }
  let byte = word & 0xff
  while (byte >= 0x20 && byte < 0x80 && byte !== 0x22 && byte !== 0x5c) {
    text[size++] = byte
    byte = text[++at] as int
  }
  return at - from
}

// True if four bytes all stand for themselves: x - 1 borrows from the high bit of each byte of x that is 0, so a quote or
// a backslash shows after an exclusive or, a control character after subtracting 0x20, and what is not ASCII has its high
// bit already. A borrow into the next byte only errs above a byte that is not plain.
function isPlain(word: int): boolean {
  const quote = (word ^ 0x22222222) - 0x01010101
  const backslash = (word ^ 0x5c5c5c5c) - 0x01010101
  return ((quote | backslash | (word - 0x20202020) | word) & ~0x7f7f7f7f) === 0
}

/**
 * Where the next byte is that is not white space. Python's json knows these four and no others, as RFC 8259 does; files
 * are indented by many spaces.
 */
export function skipSpace(text: Bytes, words: Words, from: int): int {
  let at = from
  while (true) {
    const byte = text[at] as int
    if (byte > 0x20 || (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)) return at
    at++
    while (words.getInt32(at, true) === 0x20202020) at += 4
  }
}

/** The offset after the digits that begin at `from`. */
export function skipDigits(text: Bytes, words: Words, from: int): int {
  let at = from
  while (isFourDigits(words.getInt32(at, true))) at += 4
  while (((text[at] as int) ^ 0x30) < 10) at++
  return at
}

// True if the four bytes of a word (little-endian) are all ASCII digits.
function isFourDigits(word: int): boolean {
  // Digits are 0x30 to 0x39: the high half of each is 3, and stays 3 when 6 is added.
  return (
    (word & (word + 0x06060606) & ~0x0f0f0f0f) === 0x30303030 &&
    ((word | (word + 0x06060606)) & ~0x3f3f3f3f) === 0
  )
}

/** Copies bytes down, of which up to three behind the last may change too. */
export function copyDown(tape: Tape, from: int, to: int, length: int): void {
  // Most lines are short, and then a call takes longer than copying.
  if (length < longRun) copyFew(tape.words, from, to, length)
  else tape.text.copyWithin(to, from, from + length)
}

/** Copies a few bytes down, of which those after the last may change too: up to 15 bytes behind `to` and its length. */
export function copyFew(words: Words, from: int, to: int, length: int): void {
  for (let i = 0; i < length; i += 4) words.setInt32(to + i, words.getInt32(from + i, true), true)
}

/** Makes room for more nodes. */
export function growNodes(tape: Tape): void {
  const larger = new Int32Array(tape.nodes.length * 2)
  larger.set(tape.nodes)
  tape.nodes = larger
  tape.room *= 2
}
