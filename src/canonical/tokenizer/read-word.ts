// Reads `true`, `false` and `null`, and for Python NaN and the infinities. Compiled to WebAssembly too.
import type { int } from '../../lib/portable.js'
import { falseKind, floatKind, nullKind, type Tape, trueKind } from './tape.js'

// Words of four letters as numbers, the first letter lowest, and the end of the two that are longer.
const nullWord: int = 0x6c6c756e
const trueWord: int = 0x65757274
const alseWord: int = 0x65736c61
const infiWord: int = 0x69666e49
const nityWord: int = 0x7974696e
const pythonNone: int = 0x656e6f4e
const pythonTrue: int = 0x65757254
const pythonFals: int = 0x736c6146

/** The kind of the word at `start`, which need not be one. */
export function wordKind(tape: Tape, start: int): int {
  const letter = tape.text[start] as int
  if (letter === 0x74) return trueKind
  if (letter === 0x66) return falseKind
  return letter === 0x6e ? nullKind : floatKind
}

/** Reads the word at `start`; returns where it ends. */
export function readWord(tape: Tape, start: int): int {
  const text = tape.text
  const words = tape.words
  const json = tape.json
  const size = tape.size
  const letter = text[start] as int
  const word = words.getInt32(start, true)
  if (word === nullWord || word === trueWord) {
    words.setInt32(size, json ? word : word === nullWord ? pythonNone : pythonTrue, true)
    tape.size = size + 4
    return start + 4
  }
  if (letter === 0x66 && words.getInt32(start + 1, true) === alseWord) {
    if (json) {
      text[size] = letter
      words.setInt32(size + 1, alseWord, true)
    } else {
      words.setInt32(size, pythonFals, true)
      text[size + 4] = 0x65
    }
    tape.size = size + 5
    return start + 5
  }
  if (!json) {
    if (letter === 0x4e && text[start + 1] === 0x61 && text[start + 2] === 0x4e) {
      text[size] = 0x6e
      text[size + 1] = 0x61
      text[size + 2] = 0x6e
      tape.size = size + 3
      return start + 3
    }
    const sign: int = letter === 0x2d ? 1 : 0
    const first = start + sign
    if (words.getInt32(first, true) === infiWord && words.getInt32(first + 4, true) === nityWord) {
      if (sign === 1) text[size] = 0x2d
      text[size + sign] = 0x69
      text[size + sign + 1] = 0x6e
      text[size + sign + 2] = 0x66
      tape.size = size + sign + 3
      return first + 8
    }
  }
  tape.host.reject(start)
  return start
}
