// What src/canonical/tokenizer/read-plain.ts does, and for numbers like 1.5e-10 too: with the first 32 bytes of a number at once,
// as bits that say where digits are, so that no branch depends on how long it is.
import type { Tape } from '../src/canonical/tokenizer/tape.js'
import { isShortestDecimal } from './shortest.js'

/** Reads the number at `at` if it is spelled as it should be; returns where it ends, or `at` if it has to be looked at more closely. */
export function readPlain(tape: Tape, at: i32): i32 {
  const size = tape.size
  // What is still to be read must not be written over.
  if (size + 32 > at) return at
  const bytes = v128.load(at)
  const more = v128.load(at, 16)
  v128.store(size, bytes)
  v128.store(size, more, 16)
  const minus = i32(load<u8>(at) === 0x2d)
  const first = at + minus
  // A bit for each byte that is no digit, but for the sign. If there is none, the number is longer than what is looked at.
  const others = ~(digitsOf(bytes) | (digitsOf(more) << 16)) & ~minus
  const point = at + ctz(others)
  const zero = i32(load<u8>(first) === 0x30)
  if (point === first || (zero & i32(point > first + 1)) !== 0) return at
  if (load<u8>(point) === 0x2e) return readDecimal(tape, at, first, point, others & (others - 1))
  // Neither has a negative integer zero, and JSON's integers are doubles.
  if (isExponent(point) || (zero & minus) !== 0 || point - first > 15) return at
  return keep(tape, point - at, point)
}

// A bit for each of 16 bytes that is a digit.
function digitsOf(bytes: v128): i32 {
  return i8x16.bitmask(i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(10)))
}

function readDecimal(tape: Tape, at: i32, first: i32, point: i32, others: i32): i32 {
  const end = at + ctz(others)
  if (end === point + 1 || others === 0) return at
  if (isExponent(end)) return readScientific(tape, at, first, point, end, others & (others - 1))
  const zero = i32(load<u8>(first) === 0x30)
  const second = zero & i32(load<u8>(point + 1) === 0x30)
  // 0.00 is too small, or zero.
  if ((second & i32(load<u8>(point + 2) === 0x30)) !== 0) return at
  const digits = end - first - 1 - zero - second
  if (load<u8>(end - 1) === 0x30) {
    // Of numbers that end in a zero only 1.0 is plain, which is 1 in JSON, and -0.0 another zero.
    if (end !== point + 2 || digits > 15) return at
    if (!tape.json) return keep(tape, end - at, end)
    return (zero & i32(first > at)) !== 0 ? at : keep(tape, point - at, end)
  }
  if (digits > 17 || (digits > 15 && !isShortestDecimal(tape, first, point, end, 0))) return at
  return keep(tape, end - at, end)
}

// 1.5e-10: see `isFinalScientific` of src/canonical/tokenizer/read-number.ts. ECMAScript writes no zero before the exponent.
function readScientific(tape: Tape, at: i32, first: i32, point: i32, end: i32, others: i32): i32 {
  const last = at + ctz(others & (others - 1))
  if (load<u16>(end) !== 0x2d65 || last !== end + 4 || point !== first + 1) return at
  if (load<u8>(first) === 0x30 || load<u8>(end - 1) === 0x30) return at
  const exponent = (<i32>load<u8>(end + 2) - 0x30) * 10 + <i32>load<u8>(end + 3) - 0x30
  const digits = end - point
  if (exponent < (tape.json ? 10 : 5) || digits > 17) return at
  if (digits > 15 && !isShortestDecimal(tape, first, point, end, exponent)) return at
  return keep(tape, last - at, last)
}

function isExponent(at: i32): bool {
  return (load<u8>(at) | 0x20) === 0x65
}

// So many bytes of those that are written already count.
function keep(tape: Tape, length: i32, end: i32): i32 {
  tape.size += length
  return end
}
