// Reads one JSON number from bytes and writes its spelling, without making a JavaScript number where the digits of the
// file are that spelling already: Python's `str()`, or for canonical JSON ECMAScript's `String()`. Compiled to WebAssembly too.
import type { int } from '../../lib/portable.js'
import { copyFew, skipDigits } from './machine.js'
import { isShortestDecimal } from './shortest.js'
import { floatKind, integerKind, type Tape } from './tape.js'

/** True if a number begins here. One condition, because signs cannot be foreseen. */
export function isNumber(tape: Tape, at: int): boolean {
  const digit = tape.text[tape.text[at] === 0x2d ? at + 1 : at] as int
  return (digit ^ 0x30) < 10
}

/** Reads the number at `start`; see `isNumber`. Returns where it ends. For those that are not plain: see `readPlain`. */
export function readNumber(tape: Tape, start: int): int {
  const text = tape.text
  const words = tape.words
  const first = text[start] === 0x2d ? start + 1 : start
  const point = text[first] === 0x30 ? first + 1 : skipDigits(text, words, first)
  let end = point
  if (text[point] === 0x2e) {
    end = skipDigits(text, words, point + 1)
    if (end === point + 1) tape.host.reject(end)
  }
  const byte = text[end] as int
  if (byte === 0x65 || byte === 0x45) return readScientific(tape, start, point, end)
  if (end === point) return readInteger(tape, start, end)
  let shortest = end
  // 1.50 is 1.5 and 1.00 is 1.0, or 1 in JSON.
  const least = tape.json ? point : point + 2
  while (text[shortest - 1] === 0x30 && shortest > least) shortest--
  if (shortest === point + 1) shortest = point
  if (isFinalDecimal(tape, first, point, shortest)) copy(tape, start, shortest)
  else tape.size = tape.host.respell(start, end, tape.size)
  return end
}

/** The kind of the number at `start`, as Python tells them apart; only right if it is one. */
export function numberKind(tape: Tape, start: int): int {
  const text = tape.text
  let at = start
  if (text[at] === 0x2d) at++
  at = skipDigits(text, tape.words, at)
  const byte = text[at] as int
  return byte === 0x2e || byte === 0x65 || byte === 0x45 ? floatKind : integerKind
}

function readInteger(tape: Tape, start: int, end: int): int {
  const digits = tape.text[start] === 0x2d ? end - start - 1 : end - start
  // Neither has a negative integer zero.
  if (end - start === 2 && digits === 1 && tape.text[start + 1] === 0x30) copy(tape, start + 1, end)
  // Python reads no integer of too many digits; the host knows how many that are.
  else if (digits > (tape.json ? 15 : 4000)) tape.size = tape.host.respell(start, end, tape.size)
  else copy(tape, start, end)
  return end
}

function readScientific(tape: Tape, start: int, point: int, end: int): int {
  const text = tape.text
  const sign = text[end + 1] as int
  const digits = sign === 0x2b || sign === 0x2d ? end + 2 : end + 1
  const last = skipDigits(text, tape.words, digits)
  if (last === digits) tape.host.reject(last)
  const exponent = isFinalScientific(tape, start, point, end, last)
  if (exponent === 0) tape.size = tape.host.respell(start, last, tape.size)
  else if (tape.json && exponent < 10) rearrange(tape, start, point, end, exponent)
  else copy(tape, start, last)
  return last
}

// A decimal without exponent and without zeros at the end is spelled as it should be if its size is from 1e-4 (Python)
// or 1e-6 (ECMAScript), below which exponents are used, to 1e16, from where they may be again, and no digit is more than
// needed. Up to 15 digits always are needed.
function isFinalDecimal(tape: Tape, first: int, point: int, end: int): boolean {
  const text = tape.text
  let digits = end - first - (end > point ? 1 : 0)
  if (text[first] === 0x30) {
    let leading = point + 1
    while (leading < end && text[leading] === 0x30) leading++
    // Zero, which ECMAScript writes without its sign.
    if (leading >= end) return !tape.json || text[first - 1] !== 0x2d
    if (leading - point > (tape.json ? 6 : 4)) return false
    digits = end - leading
  }
  if (digits <= 15) return true
  if (digits > 17 || point - first > 16 || text[end - 1] === 0x30) return false
  return isShortestDecimal(tape, first, point, end, 0)
}

// The same for 1.25e-10: one digit before the point, `e-`, and an exponent of two digits from where exponents are used,
// so that at most its digits have to be arranged anew. Returns the exponent, or 0 if it is spelled otherwise.
function isFinalScientific(tape: Tape, start: int, point: int, end: int, last: int): int {
  const text = tape.text
  const first = text[start] === 0x2d ? start + 1 : start
  if (text[end] !== 0x65 || text[end + 1] !== 0x2d || last - end !== 4) return 0
  if (point - first !== 1 || text[first] === 0x30 || text[end - 1] === 0x30) return 0
  const exponent = ((text[end + 2] as int) - 0x30) * 10 + (text[end + 3] as int) - 0x30
  if (exponent < 5) return 0
  const digits = end - point
  if (digits > 17 || (digits > 15 && !isShortestDecimal(tape, first, point, end, exponent))) return 0
  return exponent
}

// ECMAScript's spelling of what `isFinalScientific` takes, with an exponent of one digit: 1.5e-7, but 0.0000015.
function rearrange(tape: Tape, start: int, point: int, end: int, exponent: int): void {
  const text = tape.text
  if (exponent >= 7) {
    copy(tape, start, end)
    text[tape.size] = 0x65
    text[tape.size + 1] = 0x2d
    text[tape.size + 2] = 0x30 + exponent
    tape.size += 3
    return
  }
  // -1.5e-06 is a byte shorter than -0.0000015.
  if (tape.size + 16 > start) {
    tape.size = tape.host.respell(start, end + 4, tape.size)
    return
  }
  copy(tape, start, point - 1)
  text[tape.size] = 0x30
  text[tape.size + 1] = 0x2e
  for (let i: int = 2; i <= exponent; i++) text[tape.size + i] = 0x30
  text[tape.size + exponent + 1] = text[point - 1] as int
  tape.size += exponent + 2
  if (end > point) copy(tape, point + 1, end)
}

function copy(tape: Tape, from: int, to: int): void {
  copyFew(tape.words, from, tape.size, to - from)
  tape.size += to - from
}
