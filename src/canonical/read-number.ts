// Reads one JSON number from bytes and appends its spelling, without making a JavaScript number where the digits of the
// file are that spelling already: Python's `str()`, or for canonical JSON ECMAScript's `String()`.
import { NbtrustError } from '../lib/errors.js'
import { linePlace } from '../lib/place.js'
import { appendAscii } from './append.js'
import { skipDigits } from './digits.js'
import { integerTooLong, maxIntegerDigits, pythonFloat } from './python.js'
import { reject } from './reject.js'
import { type DecimalSpan, isShortestDecimal } from './shortest.js'
import { reserve, type Tape } from './tape.js'

const decoder = new TextDecoder()

/** Reads the number at `start`, which begins with a minus or a digit. Returns where it ends. */
export function readNumber(tape: Tape, start: number): number {
  const { bytes, view } = tape
  const first = bytes[start] === 0x2d ? start + 1 : start
  const point = bytes[first] === 0x30 ? first + 1 : skipDigits(view, first)
  if (point === first) reject(tape, point)
  let end = point
  if (bytes[point] === 0x2e) {
    end = skipDigits(view, point + 1)
    if (end === point + 1) reject(tape, end)
  }
  const byte = bytes[end] ?? 0
  if (byte === 0x65 || byte === 0x45) return readScientific(tape, start, { first, point, end })
  if (end === point) return readInteger(tape, start, { first, point, end })
  // Most numbers: up to 15 digits, the last one not 0, and none between the point and the first that counts.
  const few = end - first <= 16 && bytes[end - 1] !== 0x30
  if (few && (bytes[first] !== 0x30 || bytes[point + 1] !== 0x30)) {
    copy(tape, start, end)
    return end
  }
  let shortest = end
  // 1.50 is 1.5 and 1.00 is 1.0, or 1 in JSON.
  const least = tape.spelling === 'json' ? point : point + 2
  while (bytes[shortest - 1] === 0x30 && shortest > least) shortest--
  if (shortest === point + 1) shortest = point
  if (isFinalDecimal(tape, { first, point, end: shortest })) copy(tape, start, shortest)
  else respell(tape, start, end)
  return end
}

function readInteger(tape: Tape, start: number, { first, end }: DecimalSpan): number {
  // Neither has a negative integer zero.
  if (end - start === 2 && tape.bytes[first] === 0x30) copy(tape, first, end)
  else if (tape.spelling === 'json' && end - first > 15) respell(tape, start, end)
  else if (tape.spelling === 'python' && end - first > maxIntegerDigits) {
    throw integerTooLong(placeOf(tape, start))
  } else copy(tape, start, end)
  return end
}

function readScientific(tape: Tape, start: number, span: DecimalSpan): number {
  const { bytes, view } = tape
  const sign = bytes[span.end + 1]
  const digits = sign === 0x2b || sign === 0x2d ? span.end + 2 : span.end + 1
  const end = skipDigits(view, digits)
  if (end === digits) reject(tape, end)
  if (!isFinalScientific(tape, span, end)) respell(tape, start, end)
  else if (tape.spelling === 'json' && exponentAt(bytes, span.end) < 10) rearrange(tape, start, span)
  else copy(tape, start, end)
  return end
}

// A decimal without exponent and without zeros at the end is spelled as it should be if its size is from 1e-4 (Python)
// or 1e-6 (ECMAScript), below which exponents are used, to 1e16, from where they may be again, and no digit is more than
// needed. Up to 15 digits always are needed.
function isFinalDecimal(tape: Tape, span: DecimalSpan): boolean {
  const { bytes } = tape
  const { first, point, end } = span
  let digits = end - first - (end > point ? 1 : 0)
  if (bytes[first] === 0x30) {
    let leading = point + 1
    while (leading < end && bytes[leading] === 0x30) leading++
    // Zero, which ECMAScript writes without its sign.
    if (leading >= end) return tape.spelling === 'python' || bytes[first - 1] !== 0x2d
    if (leading - point > (tape.spelling === 'json' ? 6 : 4)) return false
    digits = end - leading
  }
  if (digits <= 15) return true
  return (
    digits <= 17 && point - first <= 16 && bytes[end - 1] !== 0x30 && isShortestDecimal(tape.view, span, 0)
  )
}

// The same for 1.25e-10: one digit before the point, `e-`, and an exponent of two digits from where exponents are used,
// so that at most its digits have to be arranged anew. Python writes 5e-06, where ECMAScript writes 0.000005.
function isFinalScientific(tape: Tape, span: DecimalSpan, last: number): boolean {
  const { bytes } = tape
  const { first, point, end } = span
  if (bytes[end] !== 0x65 || bytes[end + 1] !== 0x2d || last - end !== 4) return false
  if (point - first !== 1 || bytes[first] === 0x30 || bytes[end - 1] === 0x30) return false
  const exponent = exponentAt(bytes, end)
  if (exponent < 5) return false
  const digits = end - point
  if (digits <= 15) return true
  return digits <= 17 && isShortestDecimal(tape.view, span, exponent)
}

function exponentAt(bytes: Uint8Array, e: number): number {
  return ((bytes[e + 2] ?? 0) - 0x30) * 10 + (bytes[e + 3] ?? 0) - 0x30
}

// ECMAScript's spelling of what `isFinalScientific` takes, with an exponent of one digit.
function rearrange(tape: Tape, start: number, span: DecimalSpan): void {
  const { bytes } = tape
  const { first, point, end } = span
  const exponent = exponentAt(bytes, end)
  reserve(tape, end, 8)
  if (exponent >= 7) {
    copy(tape, start, end)
    appendAscii(tape, `e-${exponent}`)
    return
  }
  copy(tape, start, first)
  appendAscii(tape, exponent === 5 ? '0.0000' : '0.00000')
  copy(tape, first, point)
  copy(tape, point + 1, Math.max(point + 1, end))
}

function respell(tape: Tape, start: number, end: number): void {
  const value = Number(decoder.decode(tape.bytes.subarray(start, end)))
  const spelling = tape.spelling === 'json' ? String(value) : pythonFloat(value)
  if (tape.spelling === 'json' && !Number.isFinite(value)) {
    const place = placeOf(tape, start)
    throw new NbtrustError(
      'ERR_JSON_NUMBER',
      `The number at ${place} is larger than JSON readers can hold.`,
      {
        place,
      },
    )
  }
  reserve(tape, end, spelling.length)
  appendAscii(tape, spelling)
}

// Numbers are short: four bytes at a time, up to three of which are then overwritten.
function copy(tape: Tape, from: number, to: number): void {
  const { bytes, view, out, outView, size } = tape
  if (to + 3 < bytes.length) {
    for (let i = from, j = size; i < to; i += 4, j += 4) outView.setInt32(j, view.getInt32(i, true), true)
  } else {
    for (let i = from, j = size; i < to; i++, j++) out[j] = bytes[i] ?? 0
  }
  tape.size = size + to - from
}

function placeOf(tape: Tape, at: number): string {
  const before = new TextDecoder().decode(tape.bytes.subarray(0, at))
  return linePlace(before, before.length)
}
