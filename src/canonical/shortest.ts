// Whether a decimal of 16 or 17 digits is the shortest one that reads back as the same double, which is how Python
// prints doubles, decided in a few floating-point operations. Two of five decimals in real files are of this length.

import { digitsValue } from './digits.js'

// Powers of ten, each as a double and what that double lacks (10^22 is the last that lacks nothing).
const mostPlaces = 60
const powers: Float64Array = Float64Array.from({ length: mostPlaces + 1 }, (_, places) =>
  Number(`1e${places}`),
)
const lacks: Float64Array = powers.map((power, places) => Number(10n ** BigInt(places) - BigInt(power)))
const word = new DataView(new ArrayBuffer(8))

/** The digits of a decimal, as offsets in `bytes`: the first of them, the point, and the byte after the last one. */
export interface DecimalSpan {
  readonly first: number
  /** Where the point is, or `end` where there is none. */
  readonly point: number
  readonly end: number
}

/**
 * True only if the decimal, divided by 10^`shift`, is certainly the shortest spelling of its double; false where it is
 * not, or too close to call. Expects at most 17 significant digits, the last of them not zero, and a size below 1e16.
 *
 * In units of the last decimal place let the double nearest to the digits D be D - E, and half the gap between doubles H.
 * Then D is the spelling if it is the nearest of its length (|E| < 1/2), means this double (|E| < H), and no multiple of
 * ten, which would be shorter, means it too. Where E is near one of these limits the answer is false.
 */
export function isShortestDecimal(
  view: DataView,
  { first, point, end }: DecimalSpan,
  shift: number,
): boolean {
  const places = Math.max(0, end - point - 1) + shift
  if (places > mostPlaces) return false
  // D in two parts that are exact as doubles: the last eight digits, and up to nine before them.
  let lowStart = end - 8
  let low = 0
  if (point < lowStart || point >= end) low = digitsValue(view, lowStart, end)
  else {
    lowStart--
    low =
      digitsValue(view, lowStart, point) * (powers[end - point - 1] ?? 0) + digitsValue(view, point + 1, end)
  }
  let high = digitsValue(view, first, Math.min(point, lowStart))
  if (point < lowStart)
    high = high * (powers[lowStart - point - 1] ?? 0) + digitsValue(view, point + 1, lowStart)
  high *= 1e8
  const scale = powers[places] ?? 0
  const lack = lacks[places] ?? 0
  // Dekker's product of value and scale gives what a rounded one leaves out, and the difference of two doubles that are
  // close together is not rounded (Sterbenz): the second round's error is nearly exact.
  const splitScale = scale * 134217729
  const scaleHigh = splitScale - (splitScale - scale)
  const scaleLow = scale - scaleHigh
  let value = (high + low) / scale
  let error = 0
  for (let round = 1; ; round++) {
    const product = value * scale
    const splitValue = value * 134217729
    const valueHigh = splitValue - (splitValue - value)
    const valueLow = value - valueHigh
    const rest =
      valueLow * scaleLow - (product - valueHigh * scaleHigh - valueLow * scaleHigh - valueHigh * scaleLow)
    error = high - product + (low - rest - value * lack)
    if (round === 2) break
    value += error / scale
  }
  word.setFloat64(0, value)
  const top = word.getUint32(0)
  // Below a power of two doubles lie closer together than above it.
  if ((top & 0xfffff) === 0 && word.getUint32(4) === 0) return false
  word.setUint32(0, ((top >>> 20) - 53) << 20)
  word.setUint32(4, 0)
  const half = word.getFloat64(0) * scale
  const digit = view.getUint8(end - 1) - 0x30
  const limit = half * (1 + 1e-9)
  return (
    Math.abs(error) < 0.5 - 1e-9 &&
    Math.abs(error) < half * (1 - 1e-9) &&
    Math.abs(error - digit) > limit &&
    Math.abs(error + 10 - digit) > limit
  )
}
