// One pass over the bytes of a file: JSON, checked, respelled and laid on a tape. Without recursion.
import { maxJsonDepth } from '../lib/json.js'
import { tooDeep } from '../lib/json-depth.js'
import { compareKeys } from './compare-keys.js'
import { readItems } from './read-items.js'
import { readScalar, scalarKind } from './read-scalar.js'
import { readString } from './read-string.js'
import { reject } from './reject.js'
import { skipSpace } from './skip-space.js'
import { endNode, Flag, hasFlag, Kind, pushNode, setFlag, type Tape } from './tape.js'

// How much is read before the reader of a slice hears of it.
const slice = 1_000_000

// What may come next.
const value = 0
const valueOrEnd = 1
const key = 2
const keyOrEnd = 3
const commaOrEnd = 4

/**
 * Reads a file onto a new tape, and stops now and then to say how many of its bytes are read: every megabyte, but never
 * within a string. For `python` there are NaN and the infinities, as for Python's reader.
 * @throws NbtrustError `ERR_JSON_SYNTAX`, `ERR_JSON_UTF8`, `ERR_JSON_DEPTH`, `ERR_JSON_NUMBER`, with the place in the text.
 */
export function* tokenize(tape: Tape): Generator<number, void> {
  const reader: Reader = {
    at: 0,
    expected: value,
    depth: 0,
    open: new Int32Array(maxJsonDepth),
    lastKeys: new Int32Array(maxJsonDepth),
  }
  while (!readSlice(tape, reader)) yield reader.at
}

/** Where a reader stopped. */
interface Reader {
  at: number
  expected: number
  depth: number
  /** The objects and lists that are open, and of each the last key. */
  readonly open: Int32Array
  readonly lastKeys: Int32Array
}

// Reads on for a slice; true at the end. A function and no generator, in which the engine keeps no variable in a register.
function readSlice(tape: Tape, reader: Reader): boolean {
  const { bytes } = tape
  const json = tape.spelling === 'json'
  const { open, lastKeys } = reader
  let { at, expected, depth } = reader
  // The innermost object or list that is open, or -1.
  let container = depth > 0 ? (open[depth - 1] ?? 0) : -1
  let inObject = depth > 0 && isObject(tape, container)
  tape.pause = at + slice
  for (;;) {
    if (at >= tape.pause) {
      Object.assign(reader, { at, expected, depth })
      return false
    }
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
        return true
      default:
        if (expected === commaOrEnd) reject(tape, at)
        if (expected === key || expected === keyOrEnd) {
          if (byte !== 0x22) reject(tape, at)
          const node = pushNode(tape, Kind.key)
          at = readKey(tape, at, node)
          noticeOrder(tape, { container, node, lastKey: lastKeys[depth - 1] ?? 0 })
          lastKeys[depth - 1] = node
          expected = value
        } else {
          at = inObject || container < 0 ? readLeaf(tape, at) : readItems(tape, at, container)
          expected = commaOrEnd
        }
    }
  }
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

// Reads a string or a scalar that is a member of an object, or the whole text.
function readLeaf(tape: Tape, start: number): number {
  const isString = tape.bytes[start] === 0x22
  const node = pushNode(tape, isString ? Kind.string : scalarKind(tape.bytes, start))
  const end = isString ? readString(tape, start + 1) : readScalar(tape, start)
  endNode(tape, node)
  return end
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
