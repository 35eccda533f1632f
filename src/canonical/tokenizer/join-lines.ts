// Joins a list of lines into the one JSON string it stands for, where it lies: `["a\\n","b"]` becomes `"a\\nb"`. Compiled to
// WebAssembly too.
import type { int } from '../../lib/portable.js'
import { copyDown } from './machine.js'
import { endOf, nextOf, startOf, type Tape } from './tape.js'

/** Joins a list that holds only strings, with an escaped line feed between them if `withEnds`; returns where the string ends. */
export function joinLines(tape: Tape, list: int, withEnds: boolean): int {
  const text = tape.text
  // A string holds no other nodes, so that the next line is the next node.
  const first = list + 1
  const limit = nextOf(tape, list)
  // Never ahead of what is read: brackets, quotes and commas fall away, and a line feed takes less than they do.
  let size = startOf(tape, list)
  text[size++] = 0x22
  for (let line = first; line < limit; line++) {
    if (withEnds && line > first) {
      text[size++] = 0x5c
      text[size++] = 0x6e
    }
    const from = startOf(tape, line) + 1
    const length = endOf(tape, line) - 1 - from
    copyDown(tape, from, size, length)
    size += length
  }
  text[size++] = 0x22
  return size
}
