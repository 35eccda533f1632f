// White space between the tokens of JSON.
import type { Tape } from './tape.js'

/**
 * Where the next byte is that is not white space. Python's json knows these four and no others, as RFC 8259 does; files
 * are indented by many spaces.
 */
export function skipSpace(tape: Tape, from: number): number {
  const { bytes, view } = tape
  const end = bytes.length
  let at = from
  while (at < end) {
    const byte = bytes[at] ?? 0
    if (byte > 0x20 || (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)) break
    at++
    while (at + 4 <= end && view.getInt32(at, true) === 0x20202020) at += 4
  }
  return at
}
