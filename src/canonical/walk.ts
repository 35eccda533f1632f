// Questions about values on the tape, answered as Python's dict and list would: the last of equal keys counts, and what
// is iterated has to be a list (or, as in Python, an empty string or dict).
import type { JsonPath } from '../lib/json.js'
import { shapeError } from '../nbformat/shape.js'
import { dropMember, Flag, hasFlag, Kind, kindOf, nodeBytes, type Tape, textEnd, textStart } from './tape.js'

/** The value of an object's key, or -1. */
export function memberOf(tape: Tape, object: number, key: string): number {
  const found = keyOf(tape, object, key)
  return found < 0 ? -1 : found + 1
}

/** The node of an object's key, or -1. Keys are asked for in ASCII. */
function keyOf(tape: Tape, object: number, key: string): number {
  return keysOf(tape, object).findLast((node) => isText(tape, node, key)) ?? -1
}

/** Leaves keys of an object and their values out, those of them that it has. */
export function dropKeys(tape: Tape, object: number, keys: readonly string[]): void {
  for (const key of keys) dropMember(tape, object, keyOf(tape, object, key))
}

/** The nodes of an object's keys, each before its value; none of what is no object. */
export function keysOf(tape: Tape, object: number): number[] {
  const keys: number[] = []
  if (kindOf(tape, object) !== Kind.object) return keys
  const limit = tape.nexts[object] ?? 0
  for (let key = object + 1; key < limit; key = tape.nexts[key + 1] ?? limit) keys.push(key)
  return keys
}

/** Every value of an object; of equal keys only the last. */
export function membersOf(tape: Tape, object: number): number[] {
  return [...new Map(keysOf(tape, object).map((key) => [exactText(tape, key), key + 1])).values()]
}

/** True if a string, key or number is spelled like this (ASCII). */
export function isText(tape: Tape, node: number, text: string): boolean {
  const start = textStart(tape, node)
  if (textEnd(tape, node) - start !== text.length) return false
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

/** The nodes of a list's items, those that have one. */
export function childrenOf(tape: Tape, list: number): number[] {
  const children: number[] = []
  const limit = tape.nexts[list] ?? 0
  for (let node = list + 1; node < limit; node = tape.nexts[node] ?? limit) children.push(node)
  return children
}
