// Reads numbers and lines of text in lists, which are most values of most notebooks, in loops of their own. Compiled to
// WebAssembly too.
import type { int } from '../../lib/portable.js'
import { skipSpace } from './machine.js'
import { isNumber, readNumber } from './read-number.js'
import { readPlain } from './read-plain.js'
import { readString } from './read-string.js'
import { endNode, pushNode, stringKind, type Tape } from './tape.js'

// Both take as much white space for granted as there was the last time. The processor foresees that branch and reads on,
// where it would otherwise wait for the place of the next value, which takes about as long as to read a short one.

/** Reads the number of a list at `start`, and those that follow up to where the tape pauses; returns where the last one ends. */
export function readNumbers(tape: Tape, start: int): int {
  const text = tape.text
  let at = start
  let gap: int = 0
  while (true) {
    let end = readPlain(tape, at)
    if (end === at) end = readNumber(tape, at)
    if (text[end] !== 0x2c || end >= tape.pause) return end
    const next = skipSpace(text, tape.words, end + 1)
    if (!isNumber(tape, next)) return end
    if (tape.json) text[tape.size++] = 0x2c
    if (next - end === gap) {
      at = end + gap
    } else {
      gap = next - end
      at = next
    }
  }
}

/** The same for strings, each of which has a node. */
export function readStrings(tape: Tape, start: int): int {
  const text = tape.text
  let at = start
  let gap: int = 0
  while (true) {
    const node = pushNode(tape, stringKind)
    const end = readString(tape, at + 1)
    endNode(tape, node)
    if (text[end] !== 0x2c || end >= tape.pause) return end
    const next = skipSpace(text, tape.words, end + 1)
    if (text[next] !== 0x22) return end
    if (tape.json) text[tape.size++] = 0x2c
    if (next - end === gap) {
      at = end + gap
    } else {
      gap = next - end
      at = next
    }
  }
}
