// Questions about values on the tape, answered as Python's dict and list would: the last of equal keys counts, and what
// is iterated has to be a list (or, as in Python, an empty string or dict).
import type { JsonPath } from '../lib/json.js'
import { shapeError } from '../nbformat/shape.js'
import { Flag, hasFlag, Kind, kindOf, nodeBytes, type Tape } from './tape.js'

/** The value of an object's key, or -1. */
export function memberOf(tape: Tape, object: number, key: string): number {
  const found = keyOf(tape, object, key)
  return found < 0 ? -1 : found + 1
}

/** The node of an object's key, or -1. Keys are asked for in ASCII. */
export function keyOf(tape: Tape, object: number, key: string): number {
  if (kindOf(tape, object) !== Kind.object) return -1
  const limit = tape.nexts[object] ?? 0
  let found = -1
  for (let node = object + 1; node < limit; node = tape.nexts[node + 1] ?? limit) {
    if (isText(tape, node, key)) found = node
  }
  return found
}

/** Every value of an object; of equal keys only the last. */
export function membersOf(tape: Tape, object: number): number[] {
  const values = new Map<string, number>()
  const limit = tape.nexts[object] ?? 0
  for (let node = object + 1; node < limit; node = tape.nexts[node + 1] ?? limit) {
    values.set(exactText(tape, node), node + 1)
  }
  return [...values.values()]
}

/** True if a string, key or number is spelled like this (ASCII). */
export function isText(tape: Tape, node: number, text: string): boolean {
  const start = tape.starts[node] ?? 0
  if ((tape.ends[node] ?? 0) - start !== text.length) return false
  for (let i = 0; i < text.length; i++) if (tape.out[start + i] !== text.charCodeAt(i)) return false
  return true
}

/** The spelling of a node. Half surrogate pairs come out as U+FFFD. */
export function textOf(tape: Tape, node: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(nodeBytes(tape, node))
}

/** A string that differs wherever the bytes differ: one character for each byte. */
export function exactText(tape: Tape, node: number): string {
  // The web's latin1 is windows-1252, which gives every byte a character of its own.
  return new TextDecoder('latin1').decode(nodeBytes(tape, node))
}

/** The node as an object. @throws NbtrustError `ERR_NOTEBOOK_SHAPE`, also for -1. */
export function expectObjectNode(tape: Tape, node: number, path: JsonPath): number {
  if (node < 0) throw shapeError(path, 'is missing')
  if (kindOf(tape, node) !== Kind.object) throw shapeError(path, 'is not an object')
  return node
}

/** The objects of a list. @throws NbtrustError `ERR_NOTEBOOK_SHAPE`, also for -1. */
export function expectObjects(tape: Tape, list: number, path: JsonPath): number[] {
  if (list < 0) throw shapeError(path, 'is missing')
  const kind = kindOf(tape, list)
  // Python iterates over these too; what they hold are strings, and no cell or output is one.
  if ((kind === Kind.object || kind === Kind.string) && tape.starts[list] === tape.ends[list]) {
    if (tape.nexts[list] === list + 1) return []
  }
  if (kind !== Kind.array) throw shapeError(path, 'is not a list')
  if (hasFlag(tape, list, Flag.bare)) throw shapeError(path, 'holds something that is not an object')
  return childrenOf(tape, list).map((node, index) => expectObjectNode(tape, node, [...path, index]))
}

/** The lines of a list, or undefined if the node is no list. @throws NbtrustError `ERR_NOTEBOOK_SHAPE` if not all are strings. */
export function expectLines(tape: Tape, list: number, path: JsonPath): number[] | undefined {
  if (list < 0 || kindOf(tape, list) !== Kind.array) return undefined
  const lines = childrenOf(tape, list)
  const index = lines.findIndex((line) => kindOf(tape, line) !== Kind.string)
  if (index >= 0 || hasFlag(tape, list, Flag.bare))
    throw shapeError(path, 'holds something that is not a line of text')
  return lines
}

function childrenOf(tape: Tape, list: number): number[] {
  const children: number[] = []
  const limit = tape.nexts[list] ?? 0
  for (let node = list + 1; node < limit; node = tape.nexts[node] ?? limit) children.push(node)
  return children
}
