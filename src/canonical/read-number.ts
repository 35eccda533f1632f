// Reads one JSON number from bytes and appends Python's spelling of it, without making a JavaScript number where the
// digits of the file are that spelling already.
import { linePlace } from '../lib/place.js'
import { integerTooLong, maxIntegerDigits, pythonFloat } from './python.js'
import { reject } from './reject.js'
import { type DecimalSpan, isShortestDecimal } from './shortest.js'
import { Kind, reserve, type Tape } from './tape.js'

/** Reads the number at `tape.at`, which begins with a minus or a digit. Returns its kind. */
export function readNumber(tape: Tape): number {
  const { bytes } = tape
  const start = tape.at
  const first = bytes[start] === 0x2d ? start + 1 : start
  const point = bytes[first] === 0x30 ? first + 1 : skipDigits(bytes, first)
  if (point === first) reject(tape, point)
  let end = point
  if (bytes[point] === 0x2e) {
    end = skipDigits(bytes, point + 1)
    if (end === point + 1) reject(tape, end)
  }
  if (bytes[end] === 0x65 || bytes[end] === 0x45) {
    const sign = bytes[end + 1]
    const digits = sign === 0x2b || sign === 0x2d ? end + 2 : end + 1
    const last = skipDigits(bytes, digits)
    if (last === digits) reject(tape, last)
    if (isPythonsScientific(bytes, { first, point, end }, last)) copy(tape, start, last)
    else respell(tape, last)
    tape.at = last
    return Kind.float
  }
  if (end === point) {
    if (end - first > maxIntegerDigits) throw integerTooLong(placeOf(tape))
    // Python has no negative integer zero.
    copy(tape, end - start === 2 && bytes[first] === 0x30 ? first : start, end)
    tape.at = end
    return Kind.integer
  }
  // 1.50 is 1.5 and 1.00 is 1.0.
  let shortest = end
  while (bytes[shortest - 1] === 0x30 && shortest > point + 2) shortest--
  if (isPythonsDecimal(bytes, { first, point, end: shortest })) copy(tape, start, shortest)
  else respell(tape, end)
  tape.at = end
  return Kind.float
}

// A decimal without exponent and without zeros at the end (but for `.0`) is spelled as Python would if its size is from
// 1e-4, below which Python uses exponents, to 1e16, from where it does again, and no digit is more than needed. Up to 15
// digits always are needed.
function isPythonsDecimal(bytes: Uint8Array, span: DecimalSpan): boolean {
  const { first, point, end } = span
  let digits = end - first - 1
  if (bytes[first] === 0x30) {
    let leading = point + 1
    while (leading < end && bytes[leading] === 0x30) leading++
    if (leading === end) return true
    if (leading - point > 4) return false
    digits = end - leading
  }
  if (digits <= 15) return true
  return digits <= 17 && point - first <= 16 && bytes[end - 1] !== 0x30 && isShortestDecimal(bytes, span, 0)
}

// The same for 5e-06 and 1.25e-10: one digit before the point, `e-`, an exponent from 5 to 99 with two digits.
function isPythonsScientific(bytes: Uint8Array, span: DecimalSpan, last: number): boolean {
  const { first, point, end } = span
  if (bytes[end] !== 0x65 || bytes[end + 1] !== 0x2d || last - end !== 4) return false
  if (point - first !== 1 || bytes[first] === 0x30 || bytes[end - 1] === 0x30) return false
  const exponent = ((bytes[end + 2] ?? 0) - 0x30) * 10 + (bytes[end + 3] ?? 0) - 0x30
  if (exponent < 5) return false
  const digits = end - point
  if (digits <= 15) return true
  return digits <= 17 && isShortestDecimal(bytes, span, exponent)
}

function respell(tape: Tape, end: number): void {
  const lexeme = new TextDecoder().decode(tape.bytes.subarray(tape.at, end))
  const spelling = pythonFloat(Number(lexeme))
  tape.at = end
  reserve(tape, spelling.length)
  for (let i = 0; i < spelling.length; i++) tape.out[tape.size++] = spelling.charCodeAt(i)
}

function copy(tape: Tape, from: number, to: number): void {
  const { bytes, out } = tape
  let { size } = tape
  for (let i = from; i < to; i++) out[size++] = bytes[i] ?? 0
  tape.size = size
}

function skipDigits(bytes: Uint8Array, from: number): number {
  const { length } = bytes
  let at = from
  while (at < length && (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39) at++
  return at
}

function placeOf(tape: Tape): string {
  const before = new TextDecoder().decode(tape.bytes.subarray(0, tape.at))
  return linePlace(before, before.length)
}
