// Reads what most numbers are: without an exponent, and with no digit that Python or RFC 8785 would not write. In WebAssembly
// assembly/read-plain.ts does it, with vectors.
import type { int } from '../../lib/portable.js'
import { copyFew, skipDigits } from './machine.js'
import { isShortestDecimal } from './shortest.js'
import type { Tape } from './tape.js'

/**
 * Reads the number at `at` if it is spelled as it should be; returns where it ends, or `at` if it has to be looked at more
 * closely, or is none.
 */
export function readPlain(tape: Tape, at: int): int {
  const { text, words, json } = tape
  const first = text[at] === 0x2d ? at + 1 : at
  let point = first
  while (((text[point] as int) ^ 0x30) < 10) point++
  const zero = text[first] === 0x30
  if (point === first || (zero && point > first + 1)) return at
  const isDecimal = text[point] === 0x2e
  const end = isDecimal ? skipDigits(text, words, point + 1) : point
  // What is written ends here.
  let last = end
  if (((text[end] as int) | 0x20) === 0x65 || end === point + 1) return at
  if (isDecimal) {
    let digits = end - first - 1
    if (zero) {
      digits--
      if (text[point + 1] === 0x30) {
        // 0.00 is too small, or zero.
        if (text[point + 2] === 0x30) return at
        digits--
      }
    }
    if (text[end - 1] === 0x30) {
      // Of numbers that end in a zero only 1.0 is plain, which is 1 in JSON; there -0.0 is another zero.
      if (end !== point + 2 || digits > 15 || (json && zero && first > at)) return at
      if (json) last = point
    } else if (digits > 15) {
      if (digits > 17 || !isShortestDecimal(tape, first, point, end, 0)) return at
    }
  } else if ((zero && first > at) || end - first > 15) {
    // Neither has a negative integer zero, and JSON's integers are doubles.
    return at
  }
  copyFew(words, at, tape.size, last - at)
  tape.size += last - at
  return end
}
