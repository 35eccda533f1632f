// Whether a decimal of 16 or 17 digits is the shortest one that reads back as the same double, which is how Python
// prints doubles, decided in a few floating-point operations. Two of five decimals in real files are of this length.
// WebAssembly has whole numbers of 64 bits: there assembly/shortest.ts does it.
import type { Bytes, int, Words } from '../../lib/portable.js'
import type { Tape } from './tape.js'

// The most decimal places that powers of ten are needed for.
const mostPlaces: int = 60

const powers: Float64Array = Float64Array.from({ length: mostPlaces + 1 }, (_, places) =>
  Number(`1e${places}`),
)
// What each double lacks of the power (10^22 is the last that lacks nothing).
const lacks: Float64Array = powers.map((power, places) => Number(10n ** BigInt(places) - BigInt(power)))

// Splits a double into two halves of 26 bits (Dekker 1971).
const splitter = 2 ** 27 + 1

// So much of a double leads from it to the next one (Rump, Zimmermann, Boldo, Melquiond 2009).
const step = 2 ** -53 + 2 ** -105

/**
 * True only if a decimal, divided by 10^`shift`, is certainly the shortest spelling of its double; false where it is not,
 * or too close to call. Its digits begin at `first` and end before `end`, with a point between them or `point` at `end`.
 * Expects at most 17 significant digits, at least nine, the last of them not zero, and a size below 1e16.
 *
 * In units of the last decimal place let the double nearest to the digits D be D - E, and half the gap between doubles H.
 * Then D is the spelling if it is the nearest of its length (|E| < 1/2), means this double (|E| < H), and no multiple of
 * ten, which would be shorter, means it too. Where E is near one of these limits the answer is false.
 */
export function isShortestDecimal(tape: Tape, first: int, point: int, end: int, shift: int): boolean {
  const { text, words } = tape
  const places = (end > point ? end - point - 1 : 0) + shift
  if (places > mostPlaces) return false

  // The digits as the sum of two doubles that are exact: the last eight, and up to nine before them.
  let start = end - 8
  let low: number
  if (point < start || point >= end) {
    low = digitsValue(text, words, start, end)
  } else {
    start--
    low = digitsValue(text, words, start, point) * (powers[end - point - 1] ?? 0)
    low += digitsValue(text, words, point + 1, end)
  }
  let high = digitsValue(text, words, first, Math.min(point, start))
  if (point < start) {
    high = high * (powers[start - point - 1] ?? 0) + digitsValue(text, words, point + 1, start)
  }
  high *= 1e8

  // Dekker's product of value and scale gives what a rounded one leaves out, and the difference of two doubles that are
  // close together is not rounded (Sterbenz), so this error is nearly exact.
  const scale = powers[places] ?? 0
  const inverse = 1 / scale
  const splitScale = scale * splitter
  const scaleHigh = splitScale - (splitScale - scale)
  const scaleLow = scale - scaleHigh
  const quotient = (high + low) * inverse
  const product = quotient * scale
  const splitQuotient = quotient * splitter
  const quotientHigh = splitQuotient - (splitQuotient - quotient)
  const quotientLow = quotient - quotientHigh
  const rest =
    quotientLow * scaleLow -
    (product - quotientHigh * scaleHigh - quotientLow * scaleHigh - quotientHigh * scaleLow)
  const distance = high - product + low - rest - quotient * (lacks[places] ?? 0)
  // The quotient was rounded more than once, so the nearest double may be a neighbour of it.
  const value = quotient + distance * inverse
  const error = distance - (value - quotient) * scale

  const more = value * step
  const gap = value + more - value
  // Below a power of two the gap is another one.
  if (gap !== value - (value - more)) return false
  const half = (gap / 2) * scale
  const digit = (text[end - 1] as int) - 0x30
  const limit = half * (1 + 1e-9)
  return (
    Math.abs(error) < 0.5 - 1e-9 &&
    Math.abs(error) < half * (1 - 1e-9) &&
    Math.abs(error - digit) > limit &&
    Math.abs(error + 10 - digit) > limit
  )
}

// The value of up to nine digits, or of none.
function digitsValue(text: Bytes, words: Words, from: int, to: int): int {
  let value: int = 0
  let at = from
  for (; at + 4 <= to; at += 4) value = value * 10000 + fourDigits(words.getInt32(at, true))
  for (; at < to; at++) value = value * 10 + (text[at] as int) - 0x30
  return value
}

// Neighbours are added up twice, to two numbers of two digits and then to one of four.
function fourDigits(word: int): int {
  const digits = word & 0x0f0f0f0f
  const pairs = (digits * 10 + (digits >>> 8)) & 0x00ff00ff
  return (pairs & 0xff) * 100 + (pairs >>> 16)
}
