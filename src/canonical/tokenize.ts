// One pass over the bytes of a file: JSON, checked, respelled and laid on a tape. Without recursion.
import { maxJsonDepth } from '../lib/json.js'
import { tooDeep } from '../lib/json-scan.js'
import { compareKeys } from './compare-keys.js'
import { readScalar, scalarKind } from './read-scalar.js'
import { readString } from './read-string.js'
import { reject } from './reject.js'
import { endNode, Flag, hasFlag, Kind, newTape, pushNode, type Spelling, setFlag, type Tape } from './tape.js'

// What may come next.
const value = 0
const valueOrEnd = 1
const key = 2
const keyOrEnd = 3
const commaOrEnd = 4

/**
 * Reads a whole file. `python` knows NaN and the infinities, as Python's reader does.
 * @throws NbtrustError `ERR_JSON_SYNTAX`, `ERR_JSON_UTF8`, `ERR_JSON_DEPTH`, `ERR_JSON_NUMBER`, with the place in the text.
 */
export function tokenize(bytes: Uint8Array, spelling: Spelling, prefix = ''): Tape {
  const tape = newTape(bytes, spelling, prefix)
  const json = spelling === 'json'
  const open = new Int32Array(maxJsonDepth)
  const lastKeys = new Int32Array(maxJsonDepth)
  let depth = 0
  // The innermost object or list that is open, or -1.
  let container = -1
  let inObject = false
  let expected = value
  let at = 0
  for (;;) {
    at = skipSpace(tape, at)
    const byte = at < bytes.length ? (bytes[at] ?? 0) : -1
    switch (byte) {
      case 0x2c:
        if (expected !== commaOrEnd || container < 0) reject(tape, at)
        at++
        if (json) tape.out[tape.size++] = byte
        expected = inObject ? key : value
        break
      case 0x5d:
      case 0x7d:
        if (container < 0 || expected === value || expected === key || inObject !== (byte === 0x7d)) {
          reject(tape, at)
        }
        at++
        if (json) tape.out[tape.size++] = byte
        endNode(tape, container)
        depth--
        container = depth > 0 ? (open[depth - 1] ?? 0) : -1
        inObject = depth > 0 && isObject(tape, container)
        expected = commaOrEnd
        break
      case 0x22:
        if (expected === commaOrEnd) reject(tape, at)
        if (expected === key || expected === keyOrEnd) {
          const node = pushNode(tape, Kind.key)
          at = readKey(tape, at, node)
          noticeOrder(tape, { container, node, lastKey: lastKeys[depth - 1] ?? 0 })
          lastKeys[depth - 1] = node
          expected = value
        } else {
          const node = pushNode(tape, Kind.string)
          at = readString(tape, at + 1)
          endNode(tape, node)
          expected = commaOrEnd
        }
        break
      case 0x5b:
      case 0x7b:
        if (expected !== value && expected !== valueOrEnd) reject(tape, at)
        if (depth === maxJsonDepth) throw tooDeep()
        at++
        inObject = byte === 0x7b
        container = pushNode(tape, inObject ? Kind.object : Kind.array)
        if (json) tape.out[tape.size++] = byte
        lastKeys[depth] = -1
        open[depth++] = container
        expected = inObject ? keyOrEnd : valueOrEnd
        break
      case -1:
        if (depth > 0 || expected !== commaOrEnd) reject(tape, at)
        return tape
      default:
        if (expected !== value && expected !== valueOrEnd) reject(tape, at)
        expected = commaOrEnd
        if (container >= 0 && !inObject) {
          // It has no node: the list only remembers that it is not made of strings alone.
          tape.kinds[container] = Kind.array | Flag.bare
          at = readScalar(tape, at)
        } else {
          const node = pushNode(tape, scalarKind(bytes, at))
          at = readScalar(tape, at)
          endNode(tape, node)
        }
    }
  }
}

// Where the next byte is that is not white space. Python's json knows these four and no others, as RFC 8259 does; files
// are indented by many spaces.
function skipSpace(tape: Tape, from: number): number {
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

// Reads a key and its colon.
function readKey(tape: Tape, start: number, node: number): number {
  let at = readString(tape, start + 1)
  endNode(tape, node)
  at = skipSpace(tape, at)
  if (tape.bytes[at] !== 0x3a) reject(tape, at)
  if (tape.spelling === 'json') tape.out[tape.size++] = 0x3a
  return at + 1
}

// Notices whether the keys of an object are still in order, as nearly all files have them.
function noticeOrder(tape: Tape, at: { container: number; node: number; lastKey: number }): void {
  const { container, node, lastKey } = at
  if (lastKey < 0 || hasFlag(tape, container, Flag.rebuild)) return
  if (compareKeys(tape, lastKey, node) < 0) return
  setFlag(tape, container, Flag.rebuild)
  tape.moves = true
}

function isObject(tape: Tape, node: number): boolean {
  return ((tape.kinds[node] ?? 0) & 0x0f) === Kind.object
}
