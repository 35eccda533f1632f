// Lists are mostly long ones of lines or of numbers: their items are read in a loop of their own.
import { readScalar } from './read-scalar.js'
import { readString } from './read-string.js'
import { skipSpace } from './skip-space.js'
import { endNode, Flag, Kind, pushNode, type Tape } from './tape.js'

/**
 * Reads the item of a list at `start`, a string or a scalar, and the strings and numbers that follow it, up to where the
 * tape pauses. Returns where the last of them ends.
 */
export function readItems(tape: Tape, start: number, list: number): number {
  const { bytes } = tape
  const json = tape.spelling === 'json'
  let at = start
  for (;;) {
    if (bytes[at] === quote) {
      const node = pushNode(tape, Kind.string)
      at = readString(tape, at + 1)
      endNode(tape, node)
    } else {
      // It has no node: the list only remembers that it is not made of strings alone.
      tape.kinds[list] = Kind.array | Flag.bare
      at = readScalar(tape, at)
    }
    if (bytes[at] !== comma || at >= tape.pause) return at
    const next = skipSpace(tape, at + 1)
    const byte = bytes[next] ?? 0
    if (byte !== quote && (byte ^ 0x30) >= 10) return at
    if (json) tape.out[tape.size++] = comma
    at = next
  }
}

const quote = 0x22
const comma = 0x2c
