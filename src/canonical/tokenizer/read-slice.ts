// One pass over the bytes of a file: JSON, checked, respelled and laid on a tape. Without recursion. Compiled to
// WebAssembly too.
import type { int } from '../../lib/portable.js'
import { compareKeys } from './compare-keys.js'
import { skipSpace } from './machine.js'
import { readNumbers, readStrings } from './read-lists.js'
import { isNumber, numberKind, readNumber } from './read-number.js'
import { readString } from './read-string.js'
import { readWord, wordKind } from './read-word.js'
import {
  arrayKind,
  bareFlag,
  endNode,
  endOf,
  keyKind,
  kindOf,
  nestedFlag,
  nextOf,
  objectKind,
  pushNode,
  rebuildFlag,
  stringKind,
  type Tape,
} from './tape.js'

// `maxJsonDepth` of lib/json-depth.ts, for a compiler that knows no JSON there.
const deepest: int = 1000

/** Reads on up to where the tape pauses, but never stops within a string; true at the end of the file. */
export function readSlice(tape: Tape): boolean {
  const json = tape.json
  let at = tape.at
  let open = tape.open
  let inObject = open >= 0 && kindOf(tape, open) === objectKind
  while (true) {
    at = skipSpace(tape.text, tape.words, at)
    if (inObject) {
      if (tape.text[at] !== 0x22) tape.host.reject(at)
      at = skipSpace(tape.text, tape.words, readKey(tape, at, open))
    }
    const byte = tape.text[at] as int
    if (byte === 0x22 && open >= 0 && !inObject) {
      at = readStrings(tape, at)
    } else if (byte === 0x22) {
      const node = pushNode(tape, stringKind)
      at = readString(tape, at + 1)
      endNode(tape, node)
    } else if (byte === 0x7b || byte === 0x5b) {
      if (tape.depth === deepest) tape.host.tooDeep()
      tape.depth++
      if (open >= 0 && !inObject) tape.nodes[open * 4] = (tape.nodes[open * 4] as int) | nestedFlag
      inObject = byte === 0x7b
      open = openNode(tape, inObject ? objectKind : arrayKind)
      if (json) tape.text[tape.size++] = byte
      at = skipSpace(tape.text, tape.words, at + 1)
      if (tape.text[at] !== byte + 2) continue
    } else {
      at = readBare(tape, at, open, inObject)
    }
    // What comes after a value: the end of what is open, or a comma and the next one.
    while (true) {
      at = skipSpace(tape.text, tape.words, at)
      const next = tape.text[at] as int
      if (open < 0) {
        if (at !== tape.end) tape.host.reject(at)
        return true
      }
      if (next === 0x2c) {
        if (json) tape.text[tape.size++] = next
        at++
        break
      }
      if (next !== (inObject ? 0x7d : 0x5d)) tape.host.reject(at)
      if (json) tape.text[tape.size++] = next
      at++
      open = closeNode(tape, open)
      inObject = open >= 0 && kindOf(tape, open) === objectKind
    }
    if (at >= tape.pause) {
      tape.at = at
      tape.open = open
      return false
    }
  }
}

// Reads a key and its colon.
function readKey(tape: Tape, start: int, object: int): int {
  const node = pushNode(tape, keyKind)
  let at = readString(tape, start + 1)
  endNode(tape, node)
  at = skipSpace(tape.text, tape.words, at)
  if (tape.text[at] !== 0x3a) tape.host.reject(at)
  if (tape.json) tape.text[tape.size++] = 0x3a
  // Nearly all files have the keys of every object in order.
  const last = nextOf(tape, object)
  if (last >= 0 && compareKeys(tape, last, node) >= 0) {
    tape.nodes[object * 4] = (tape.nodes[object * 4] as int) | rebuildFlag
    tape.unordered = true
  }
  tape.nodes[object * 4 + 3] = node
  return at + 1
}

// Reads a number or a word. In a list it has no node, and what follows may be read with it: the list only remembers that it
// is not made of strings alone.
function readBare(tape: Tape, start: int, open: int, inObject: boolean): int {
  const number = isNumber(tape, start)
  if (open >= 0 && !inObject) {
    tape.nodes[open * 4] = (tape.nodes[open * 4] as int) | bareFlag
    return number ? readNumbers(tape, start) : readWord(tape, start)
  }
  const node = pushNode(tape, number ? numberKind(tape, start) : wordKind(tape, start))
  const end = number ? readNumber(tape, start) : readWord(tape, start)
  endNode(tape, node)
  return end
}

function openNode(tape: Tape, kind: int): int {
  const around = tape.open
  const node = pushNode(tape, kind)
  tape.nodes[node * 4 + 2] = around
  tape.nodes[node * 4 + 3] = -1
  tape.open = node
  return node
}

// Returns what is open around it.
function closeNode(tape: Tape, node: int): int {
  const around = endOf(tape, node)
  endNode(tape, node)
  tape.open = around
  tape.depth--
  return around
}
