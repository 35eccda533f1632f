// The value of decimal digits in bytes, four at a time in a few operations. Compiled to WebAssembly too.
import type { Bytes, int, Words } from '../../lib/portable.js'

/** The value of up to nine digits, or of none. */
export function digitsValue(text: Bytes, words: Words, from: int, to: int): int {
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
