// Has lists of lines on a tape joined into the strings they stand for, if they are that.

import { checkSurrogates } from './assemble.js'
import { type NotebookTape, replaceNode } from './tape.js'
import { endOf, nextOf, startOf, textEnd, textStart } from './tokenizer/tape.js'
import { isLines } from './walk.js'

/** Where the line ends are: in the lines, or as version 3 has them, where a list whose first line has none lacks them all. */
export type LineEnds = 'in the lines' | 'version 3'

/** Joins a list, in JSON's spelling, if it holds strings only; leaves anything else as it is. */
export function joinJsonLines(tape: NotebookTape, list: number, ends: LineEnds): void {
  if (!isLines(tape, list)) return
  const start = startOf(tape, list)
  checkSurrogates(tape, start, endOf(tape, list))
  const withEnds = ends === 'version 3' && list + 1 < nextOf(tape, list) && !endsLine(tape, list + 1)
  replaceNode(tape, list, tape.text.subarray(start, tape.joinLines(list, withEnds)))
}

// True if a line ends with the escape of a line feed or a carriage return; `\\\\n` is a backslash and an n.
function endsLine(tape: NotebookTape, line: number): boolean {
  const { text } = tape
  const letter = textEnd(tape, line) - 1
  let at = letter
  while (at > textStart(tape, line) && text[at - 1] === 0x5c) at--
  return (letter - at) % 2 === 1 && (text[letter] === 0x6e || text[letter] === 0x72)
}
