// What src/canonical/tokenizer/shortest.ts decides with doubles, with whole numbers of 64 bits: about twice as fast.
import type { Tape } from '../src/canonical/tokenizer/tape.js'

const mostPlaces: i32 = 60

// 1 / 10^n for each number of places (one more than `mostPlaces`), as the first 128 bits that count, the upper 64 first.
const reciprocals: usize = memory.data(16 * 61, 16)
fillReciprocals()

/** True only if a decimal, divided by 10^`shift`, is certainly the shortest spelling of its double. */
export function isShortestDecimal(_tape: Tape, first: i32, point: i32, end: i32, shift: i32): bool {
  const places = (end > point ? end - point - 1 : 0) + shift
  if (places > mostPlaces) return false
  const digits = readDigits(first, point, end)
  const zeros = clz(digits)
  const reciprocal = reciprocals + ((<usize>places) << 4)
  const upper = load<u64>(reciprocal)

  // Their product has 192 bits, of which the first 128 are wanted: exact but for the last 33 of them.
  const value = digits << zeros
  const valueHigh = value >> 32
  const valueLow = value & 0xffffffff
  const upperHigh = upper >> 32
  const upperLow = upper & 0xffffffff
  const lowest = valueLow * upperLow
  const middle = valueHigh * upperLow + (lowest >> 32)
  const other = valueLow * upperHigh + (middle & 0xffffffff)
  const rest = valueHigh * load<u32>(reciprocal + 12)
  const low = ((other << 32) | (lowest & 0xffffffff)) + rest
  const high = valueHigh * upperHigh + (middle >> 32) + (other >> 32) + <u64>(low < rest)

  // The first 53 bits are the double. Those behind, read as a number with a sign, say how far off it is, in 2^-64 of the gap to
  // the next double, and so how it was rounded.
  const excess = 11 - clz(high)
  const distance = <i64>((high << (64 - excess)) | (low >> excess))
  const mantissa = (high >> excess) + <u64>(distance < 0)

  // E and H, in units of the last place.
  const half = reinterpret<f64>((1022 + excess - zeros) << 52) * (<f64>2 ** 63 / <f64>(<i64>(upper >> 1)))
  const error = <f64>distance * (half * <f64>2 ** -63)
  const digit = <f64>(<i32>load<u8>(end - 1) - 0x30)
  const limit = half * (1 + 1e-9)
  // Below a power of two the gap is another one. All five nearly always hold: one branch is cheaper than five.
  const isOther = i32(mantissa << 12 !== 0)
  const isNearest = i32(abs(error) < 0.5 - 1e-9) & i32(abs(error) < half * (1 - 1e-9))
  const isNeeded = i32(abs(error - digit) > limit) & i32(abs(error + 10 - digit) > limit)
  return (isOther & isNearest & isNeeded) !== 0
}

// The last 17 digits before `end`, as a number; those before `first` count as zeros.
function readDigits(first: i32, point: i32, end: i32): u64 {
  const lanes = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  const hasPoint = point < end
  // The last 16 digits without the point: what is before it comes from one byte further left.
  const pointLane = hasPoint ? 16 - (end - point) : -1
  const behindPoint = i8x16.gt_s(lanes, i8x16.splat(<i8>pointLane))
  const bytes = v128.bitselect(v128.load(end - 16), v128.load(end - 17), behindPoint)
  const count = end - first - i32(hasPoint)
  const counted = i8x16.gt_s(lanes, i8x16.splat(<i8>(15 - count)))
  const ones = v128.and(i8x16.sub(bytes, i8x16.splat(0x30)), counted)
  // Neighbours are added up three times, to numbers of two, four and eight digits.
  const tens = i16x8.mul(v128.and(ones, i16x8.splat(0xff)), i16x8.splat(10))
  const twos = i16x8.add(tens, i16x8.shr_u(ones, 8))
  const fours = i32x4.dot_i16x8_s(twos, i16x8(100, 1, 100, 1, 100, 1, 100, 1))
  const fourth = i16x8.narrow_i32x4_u(fours, fours)
  const eights = i32x4.dot_i16x8_s(fourth, i16x8(10000, 1, 10000, 1, 10000, 1, 10000, 1))
  const both = <u64>i64x2.extract_lane(eights, 0)
  const at = end - 17 - i32(hasPoint && pointLane >= -1)
  const seventeenth = at >= first ? <u64>(load<u8>(at) - 0x30) : 0
  return seventeenth * 10000000000000000 + (both & 0xffffffff) * 100000000 + (both >> 32)
}

// Each is the one before without a fifth of it, moved up where its first bit has become free: 8/10 or 16/10 of it. The little that
// is cut off each time is far below what is asked of them.
function fillReciprocals(): void {
  let high: u64 = 1 << 63
  let low: u64 = 0
  for (let places = 0; places <= mostPlaces; places++) {
    store<u64>(reciprocals + (places << 4), high)
    store<u64>(reciprocals + (places << 4) + 8, low)
    const middle = ((high % 5) << 32) | (low >> 32)
    const lowest = ((middle % 5) << 32) | (low & 0xffffffff)
    const fifth = ((middle / 5) << 32) + lowest / 5
    high -= high / 5 + <u64>(low < fifth)
    low -= fifth
    if (high >> 63 === 0) {
      high = (high << 1) | (low >> 63)
      low <<= 1
    }
  }
}
