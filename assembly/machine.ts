// What src/canonical/tokenizer/machine.ts does, with vectors of 16 bytes.

import type { Tape } from '../src/canonical/tokenizer/tape.js'
import type { Bytes, Words } from './portable.js'

/** Copies bytes from `from` down to `to` as long as they stand for themselves in a string; returns how many that were. */
export function copyPlain(_text: Bytes, _words: Words, from: i32, to: i32): i32 {
  const space = i8x16.splat(0x20)
  const quote = i8x16.splat(0x22)
  const backslash = i8x16.splat(0x5c)
  let at = from
  let size = to
  while (true) {
    const bytes = v128.load(at)
    v128.store(size, bytes)
    // Signed: what is not ASCII is less than a space too.
    const others = v128.or(
      i8x16.lt_s(bytes, space),
      v128.or(i8x16.eq(bytes, quote), i8x16.eq(bytes, backslash)),
    )
    const mask = i8x16.bitmask(others)
    if (mask !== 0) return at - from + ctz(mask)
    at += 16
    size += 16
  }
}

/** Where the next byte is that is not white space. */
export function skipSpace(_text: Bytes, _words: Words, from: i32): i32 {
  if (load<u8>(from) > 0x20) return from
  let at = from
  while (true) {
    const bytes = v128.load(at)
    const spaces = v128.or(
      v128.or(i8x16.eq(bytes, i8x16.splat(0x20)), i8x16.eq(bytes, i8x16.splat(0x0a))),
      v128.or(i8x16.eq(bytes, i8x16.splat(0x0d)), i8x16.eq(bytes, i8x16.splat(0x09))),
    )
    const count = ctz(~i8x16.bitmask(spaces))
    at += count
    if (count < 16) return at
  }
}

/** The offset after the digits that begin at `from`. */
export function skipDigits(_text: Bytes, _words: Words, from: i32): i32 {
  let at = from
  while (true) {
    const digits = i8x16.lt_u(i8x16.sub(v128.load(at), i8x16.splat(0x30)), i8x16.splat(10))
    const count = ctz(~i8x16.bitmask(digits))
    at += count
    if (count < 16) return at
  }
}

/** Copies a few bytes down, of which those after the last may change too: up to 15 bytes behind `to` and its length. */
export function copyFew(_words: Words, from: i32, to: i32, length: i32): void {
  for (let i = 0; i < length; i += 16) v128.store(to + i, v128.load(from + i))
}

/** The digits from `first` to `end`, but for the point between them, as a whole number in two doubles that are exact. */
export function readDigits(tape: Tape, first: i32, point: i32, end: i32): void {
  let value: i64 = 0
  if (point < end) {
    // Where there are very many places, nothing is before them.
    const whole = digitsValue(first, point)
    value = digitsValue(point + 1, end)
    if (whole !== 0) value += whole * <i64>tape.powers[end - point - 1]
  } else {
    value = digitsValue(first, end)
  }
  const high = <f64>value
  tape.high = high
  tape.low = <f64>(value - <i64>high)
}

const tens: i64 = 0xff + ((0xff as i64) << 32)
const nibbles: i64 = 0x0f0f0f0f + ((0x0f0f0f0f as i64) << 32)

function digitsValue(from: i32, to: i32): i64 {
  let value = eightDigits(to, min(8, to - from))
  let scale: i64 = 100000000
  for (let end = to - 8; end > from; end -= 8) {
    value += eightDigits(end, min(8, end - from)) * scale
    scale *= 100000000
  }
  return value
}

// The last digits before `end`, one to eight: neighbours are added up three times.
function eightDigits(end: i32, count: i32): i64 {
  const digits = load<i64>(end - 8) & nibbles & ((-1 as i64) << ((8 - count) << 3))
  const pairs = digits * 10 + (digits >>> 8)
  const low = (pairs & tens) * (100 + ((1000000 as i64) << 32))
  const high = ((pairs >>> 16) & tens) * (1 + ((10000 as i64) << 32))
  return (low + high) >>> 32
}

/** Half the gap between a positive double and the next; 0 for powers of two, below which the gap is another one. */
export function halfGap(value: f64): f64 {
  const bits = reinterpret<u64>(value)
  if ((bits & 0x000fffffffffffff) === 0) return 0
  return reinterpret<f64>(((bits >> 52) - 53) << 52)
}

/** Makes room for more nodes, behind those that there are: a megabyte, and more where there are many. */
export function growNodes(tape: Tape): void {
  const pages = 16 + (tape.room >> 14)
  if (memory.grow(pages) < 0) unreachable()
  tape.room += pages << 12
}
