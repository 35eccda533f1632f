// Joins a list of lines on a tape into the one string it stands for, where it lies: `["a\\n","b"]` becomes `"a\\nb"`.

import { checkSurrogates } from './assemble.js'
import { type NotebookTape, replaceNode } from './tape.js'
import { copyFew } from './tokenizer/machine.js'
import { endOf, nextOf, startOf, textEnd, textStart } from './tokenizer/tape.js'
import { isLines } from './walk.js'

const longLine = 256

/** Where the line ends are: in the lines, or as version 3 has them, where a list whose first line has none lacks them all. */
export type LineEnds = 'in the lines' | 'version 3'

/** Joins a list, in JSON's spelling, if it holds strings only; leaves anything else as it is. */
export function joinJsonLines(tape: NotebookTape, list: number, ends: LineEnds): void {
  if (!isLines(tape, list)) return
  const { text } = tape
  // A string holds no other nodes, so that the next line is the next node.
  const first = list + 1
  const limit = nextOf(tape, list)
  const start = startOf(tape, list)
  checkSurrogates(tape, start, endOf(tape, list))
  const lineEnd = ends === 'version 3' && first < limit && !endsLine(tape, first)
  // Never ahead of what is read: brackets, quotes and commas fall away, and a line end takes less than they do.
  let size = start
  text[size++] = 0x22
  for (let line = first; line < limit; line++) {
    if (lineEnd && line > first) {
      text[size++] = 0x5c
      text[size++] = 0x6e
    }
    const from = textStart(tape, line)
    const length = textEnd(tape, line) - from
    // Most lines are short, and then a call takes longer than copying; the quotes and the comma behind leave room for words.
    if (length < longLine) copyFew(tape.words, from, size, length)
    else text.copyWithin(size, from, from + length)
    size += length
  }
  text[size++] = 0x22
  replaceNode(tape, list, text.subarray(start, size))
}

// True if a line ends with the escape of a line feed or a carriage return; `\\\\n` is a backslash and an n.
function endsLine(tape: NotebookTape, line: number): boolean {
  const { text } = tape
  const letter = textEnd(tape, line) - 1
  let at = letter
  while (at > textStart(tape, line) && text[at - 1] === 0x5c) at--
  return (letter - at) % 2 === 1 && (text[letter] === 0x6e || text[letter] === 0x72)
}
