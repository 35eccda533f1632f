// Reads one JSON number from bytes and appends Python's spelling of it, without making a JavaScript number where the
// digits of the file are that spelling already.
import { linePlace } from '../lib/place.js'
import { integerTooLong, maxIntegerDigits, pythonFloat } from './python.js'
import { reject } from './reject.js'
import { Kind, reserve, type Tape } from './tape.js'

/** Reads the number at `tape.at`, which begins with a minus or a digit. Returns its kind. */
export function readNumber(tape: Tape): number {
  const { bytes } = tape
  const start = tape.at
  const first = bytes[start] === 0x2d ? start + 1 : start
  let at = first
  if (bytes[at] === 0x30) at++
  else while (isDigit(bytes[at])) at++
  if (at === first) reject(tape, at)
  const point = at
  let byte = bytes[at]
  if (byte !== 0x2e && byte !== 0x45 && byte !== 0x65) {
    if (at - first > maxIntegerDigits) throw integerTooLong(placeOf(tape))
    // Python has no negative integer zero.
    copy(tape, at - start === 2 && bytes[first] === 0x30 ? first : start, at)
    return Kind.integer
  }
  let fraction = 0
  if (byte === 0x2e) {
    do byte = bytes[++at]
    while (isDigit(byte))
    fraction = at - point - 1
    if (fraction === 0) reject(tape, at)
  }
  if (byte === 0x45 || byte === 0x65) {
    byte = bytes[++at]
    if (byte === 0x2b || byte === 0x2d) at++
    const digits = at
    while (isDigit(bytes[at])) at++
    if (at === digits) reject(tape, at)
  } else if (isPythons(bytes, first, { point, end: at })) {
    copy(tape, start, at)
    return Kind.float
  }
  respell(tape, at)
  return Kind.float
}

/**
 * True if a decimal without exponent is spelled as Python would. At most 15 significant digits always read back as
 * themselves; then it takes no zeros at the end (but for `.0`) and a size from 1e-4, where Python begins to use exponents.
 */
function isPythons(
  bytes: Uint8Array,
  first: number,
  { point, end }: { point: number; end: number },
): boolean {
  if (bytes[end - 1] === 0x30 && end - point !== 2) return false
  if (bytes[first] !== 0x30) return end - first - 1 <= 15
  let leading = point + 1
  while (leading < end && bytes[leading] === 0x30) leading++
  if (leading === end) return true
  return leading - point <= 4 && end - leading <= 15
}

function respell(tape: Tape, end: number): void {
  const text = String.fromCharCode(...tape.bytes.subarray(tape.at, Math.min(end, tape.at + 400)))
  const lexeme = end - tape.at <= 400 ? text : new TextDecoder().decode(tape.bytes.subarray(tape.at, end))
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
  tape.at = to
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}

function placeOf(tape: Tape): string {
  const before = new TextDecoder().decode(tape.bytes.subarray(0, tape.at))
  return linePlace(before, before.length)
}
