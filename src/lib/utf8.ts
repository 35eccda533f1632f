// UTF-8, byte by byte. Compiled to WebAssembly too.
import type { AnyBytes, int } from './portable.js'

/**
 * The length of the UTF-8 sequence that begins at `at` with a byte from 0x80, or 0 where none does: overlong forms,
 * surrogates and what lies above U+10FFFF are none (Unicode 15, table 3-7).
 */
export function sequenceLength(bytes: AnyBytes, at: int): int {
  const first = bytes[at] as int
  const second = bytes[at + 1] as int
  if ((second & 0xc0) !== 0x80) return 0
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (((bytes[at + 2] as int) & 0xc0) !== 0x80) return 0
  if (first >= 0xe0 && first <= 0xef) {
    return (first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f) ? 0 : 3
  }
  if (first < 0xf0 || first > 0xf4 || ((bytes[at + 3] as int) & 0xc0) !== 0x80) return 0
  return (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f) ? 0 : 4
}
