// One pass over the bytes of a file: JSON as Python reads it (with NaN and the infinities), checked, respelled and laid
// on a tape. Without recursion.
import { maxJsonDepth } from '../lib/json.js'
import { tooDeep } from '../lib/json-scan.js'
import { readNumber } from './read-number.js'
import { readString } from './read-string.js'
import { reject } from './reject.js'
import {
  compareNodes,
  endNode,
  Flag,
  hasFlag,
  Kind,
  kindOf,
  newTape,
  pushNode,
  setFlag,
  type Tape,
} from './tape.js'

// What may come next.
const value = 0
const valueOrEnd = 1
const key = 2
const keyOrEnd = 3
const commaOrEnd = 4

/**
 * Reads a whole file.
 * @throws NbtrustError `ERR_JSON_SYNTAX`, `ERR_JSON_UTF8`, `ERR_JSON_DEPTH`, `ERR_JSON_NUMBER`, with the place in the text.
 */
export function tokenize(bytes: Uint8Array): Tape {
  const tape = newTape(bytes)
  const open = new Int32Array(maxJsonDepth)
  const lastKeys = new Int32Array(maxJsonDepth)
  let depth = 0
  let expected = value
  for (;;) {
    const byte = skipSpace(tape)
    const container = depth > 0 ? (open[depth - 1] ?? 0) : -1
    switch (byte) {
      case 0x2c:
        if (expected !== commaOrEnd || container < 0) reject(tape, tape.at)
        tape.at++
        expected = kindOf(tape, container) === Kind.object ? key : value
        break
      case 0x5d:
      case 0x7d:
        if (!closes(tape, { container, byte, expected })) reject(tape, tape.at)
        tape.at++
        endNode(tape, container)
        depth--
        expected = commaOrEnd
        break
      case 0x22:
        if (expected === commaOrEnd) reject(tape, tape.at)
        tape.at++
        if (expected === key || expected === keyOrEnd) {
          lastKeys[depth - 1] = readKey(tape, { container, lastKey: lastKeys[depth - 1] ?? 0 })
          expected = value
        } else {
          const node = pushNode(tape, Kind.string)
          readString(tape)
          endNode(tape, node)
          expected = commaOrEnd
        }
        break
      case 0x5b:
      case 0x7b:
        if (expected !== value && expected !== valueOrEnd) reject(tape, tape.at)
        if (depth === maxJsonDepth) throw tooDeep()
        tape.at++
        lastKeys[depth] = -1
        open[depth++] = pushNode(tape, byte === 0x7b ? Kind.object : Kind.array)
        expected = byte === 0x7b ? keyOrEnd : valueOrEnd
        break
      case -1:
        if (depth > 0 || expected !== commaOrEnd) reject(tape, tape.at)
        return tape
      default:
        if (expected !== value && expected !== valueOrEnd) reject(tape, tape.at)
        readBare(tape, { container, byte })
        expected = commaOrEnd
    }
  }
}

// The next byte that is not white space, or -1 at the end. Python's json knows these four and no others.
function skipSpace(tape: Tape): number {
  const { bytes } = tape
  let { at } = tape
  let byte = bytes[at] ?? -1
  while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = bytes[++at] ?? -1
  tape.at = at
  return byte
}

function closes(tape: Tape, now: { container: number; byte: number; expected: number }): boolean {
  const { container, byte, expected } = now
  if (container < 0 || expected === value || expected === key) return false
  return kindOf(tape, container) === (byte === 0x7d ? Kind.object : Kind.array)
}

// Reads a key and its colon, and notices whether the keys of its object are still in order, as nearly all files have them.
function readKey(tape: Tape, { container, lastKey }: { container: number; lastKey: number }): number {
  const node = pushNode(tape, Kind.key)
  readString(tape)
  endNode(tape, node)
  if (skipSpace(tape) !== 0x3a) reject(tape, tape.at)
  tape.at++
  if (lastKey >= 0 && !hasFlag(tape, container, Flag.reorder) && compareNodes(tape, lastKey, node) >= 0) {
    setFlag(tape, container, Flag.reorder)
  }
  return node
}

// A number or a literal. In a list it has no node: the list only remembers that it is not made of strings alone.
function readBare(tape: Tape, { container, byte }: { container: number; byte: number }): void {
  if (container >= 0 && kindOf(tape, container) === Kind.array) {
    readScalar(tape, byte)
    setFlag(tape, container, Flag.bare)
    return
  }
  const node = pushNode(tape, 0)
  tape.kinds[node] = readScalar(tape, byte)
  endNode(tape, node)
}

function readScalar(tape: Tape, byte: number): number {
  switch (byte) {
    case 0x74:
      return readWord(tape, 'true', { spelling: 'True', kind: Kind.true })
    case 0x66:
      return readWord(tape, 'false', { spelling: 'False', kind: Kind.false })
    case 0x6e:
      return readWord(tape, 'null', { spelling: 'None', kind: Kind.null })
    case 0x4e:
      return readWord(tape, 'NaN', { spelling: 'nan', kind: Kind.float })
    case 0x49:
      return readWord(tape, 'Infinity', { spelling: 'inf', kind: Kind.float })
    case 0x2d:
      if (tape.bytes[tape.at + 1] !== 0x49) return readNumber(tape)
      return readWord(tape, '-Infinity', { spelling: '-inf', kind: Kind.float })
    default:
      return readNumber(tape)
  }
}

function readWord(tape: Tape, word: string, { spelling, kind }: { spelling: string; kind: number }): number {
  for (let i = 0; i < word.length; i++) {
    if (tape.bytes[tape.at + i] !== word.charCodeAt(i)) reject(tape, tape.at + i)
  }
  tape.at += word.length
  for (let i = 0; i < spelling.length; i++) tape.out[tape.size++] = spelling.charCodeAt(i)
  return kind
}
