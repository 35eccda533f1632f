// Whether a decimal of 16 or 17 digits is the shortest one that reads back as the same double, which is how Python
// prints doubles, decided in a few floating-point operations. Two of five decimals in real files are of this length.
// Compiled to WebAssembly too.
import type { int } from '../../lib/portable.js'
import { halfGap, readDigits } from './machine.js'
import type { Tape } from './tape.js'

/** The most decimal places that powers of ten are needed for. The module has room for so many and one (assembly/index.ts). */
export const mostPlaces: int = 60

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
  const places = (end > point ? end - point - 1 : 0) + shift
  if (places > mostPlaces) return false
  readDigits(tape, first, point, end)
  const high = tape.high
  const low = tape.low
  const scale = tape.powers[places] as number
  const lack = tape.lacks[places] as number
  // Dekker's product of value and scale (2^27 + 1 splits a double into halves) gives what a rounded one leaves out, and the difference of two doubles that are
  // close together is not rounded (Sterbenz), so this error is nearly exact.
  const splitScale = scale * 134217729
  const scaleHigh = splitScale - (splitScale - scale)
  const scaleLow = scale - scaleHigh
  const quotient = (high + low) / scale
  const product = quotient * scale
  const splitQuotient = quotient * 134217729
  const quotientHigh = splitQuotient - (splitQuotient - quotient)
  const quotientLow = quotient - quotientHigh
  const rest =
    quotientLow * scaleLow -
    (product - quotientHigh * scaleHigh - quotientLow * scaleHigh - quotientHigh * scaleLow)
  const distance = high - product + (low - rest - quotient * lack)
  // Both were rounded before they were divided, so the nearest double may be a neighbour of the quotient.
  const value = quotient + distance / scale
  const error = distance - (value - quotient) * scale
  const half = halfGap(value) * scale
  const digit: number = (tape.text[end - 1] as int) - 0x30
  const limit = half * (1 + 1e-9)
  return (
    half > 0 &&
    Math.abs(error) < 0.5 - 1e-9 &&
    Math.abs(error) < half * (1 - 1e-9) &&
    Math.abs(error - digit) > limit &&
    Math.abs(error + 10 - digit) > limit
  )
}
