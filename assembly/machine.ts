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

/** Copies bytes down, and changes none behind the last. */
export function copyDown(_tape: Tape, from: i32, to: i32, length: i32): void {
  let at = 0
  for (; at + 16 <= length; at += 16) v128.store(to + at, v128.load(from + at))
  const lanes = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  const rest = i8x16.lt_s(lanes, i8x16.splat(<i8>(length - at)))
  v128.store(to + at, v128.bitselect(v128.load(from + at), v128.load(to + at), rest))
}

/** Copies a few bytes down, of which those after the last may change too: up to 15 bytes behind `to` and its length. */
export function copyFew(_words: Words, from: i32, to: i32, length: i32): void {
  for (let i = 0; i < length; i += 16) v128.store(to + i, v128.load(from + i))
}

/** Makes room for more nodes, behind those that there are: a megabyte, and more where there are many. */
export function growNodes(tape: Tape): void {
  const pages = 16 + (tape.room >> 14)
  if (memory.grow(pages) < 0) unreachable()
  tape.room += pages << 12
}
