// Questions about values on the tape, answered as Python's dict and list would: the last of equal keys counts, and what
// is iterated has to be a list (or, as in Python, an empty string or dict).

import type { JsonPath } from '../lib/json.js'
import { shapeError } from '../nbformat/shape.js'
import { dropMember, hasFlag, type NotebookTape, nodeBytes } from './tape.js'
import {
  arrayKind,
  bareFlag,
  endOf,
  kindOf,
  nestedFlag,
  nextOf,
  objectKind,
  startOf,
  stringKind,
  textEnd,
  textStart,
} from './tokenizer/tape.js'

// Making one takes longer than decoding what is short, and notebooks have many ids and keys.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
// The web's latin1 is windows-1252, which gives every byte a character of its own.
const bytewise = new TextDecoder('latin1')

/** The value of an object's key, or -1. */
export function memberOf(tape: NotebookTape, object: number, key: string): number {
  const found = keyOf(tape, object, key)
  return found < 0 ? -1 : found + 1
}

/** The node of an object's key, or -1. Keys are asked for in ASCII. */
function keyOf(tape: NotebookTape, object: number, key: string): number {
  let found = -1
  if (kindOf(tape, object) !== objectKind) return found
  const limit = nextOf(tape, object)
  for (let node = object + 1; node < limit; node = nextOf(tape, node + 1)) {
    if (isText(tape, node, key)) found = node
  }
  return found
}

/** Leaves keys of an object and their values out, those of them that it has. */
export function dropKeys(tape: NotebookTape, object: number, keys: readonly string[]): void {
  for (const key of keys) dropMember(tape, object, keyOf(tape, object, key))
}

/** The nodes of an object's keys, each before its value; none of what is no object. */
export function keysOf(tape: NotebookTape, object: number): number[] {
  const keys: number[] = []
  if (kindOf(tape, object) !== objectKind) return keys
  const limit = nextOf(tape, object)
  for (let key = object + 1; key < limit; key = nextOf(tape, key + 1)) keys.push(key)
  return keys
}

/** Every value of an object; of equal keys only the last. */
export function membersOf(tape: NotebookTape, object: number): number[] {
  return [...new Map(keysOf(tape, object).map((key) => [exactText(tape, key), key + 1])).values()]
}

/** True if a string, key or number is spelled like this (ASCII). */
export function isText(tape: NotebookTape, node: number, text: string): boolean {
  const start = textStart(tape, node)
  if (textEnd(tape, node) - start !== text.length) return false
  for (let i = 0; i < text.length; i++) if (tape.text[start + i] !== text.charCodeAt(i)) return false
  return true
}

/** The spelling of a node. Half surrogate pairs come out as U+FFFD. */
export function textOf(tape: NotebookTape, node: number): string {
  return utf8.decode(nodeBytes(tape, node))
}

/** A string that differs wherever the bytes differ: one character for each byte. */
export function exactText(tape: NotebookTape, node: number): string {
  return bytewise.decode(nodeBytes(tape, node))
}

/** The node as an object. @throws NbtrustError `ERR_NOTEBOOK_SHAPE`, also for -1. */
export function expectObjectNode(tape: NotebookTape, node: number, path: JsonPath): number {
  if (node < 0) throw shapeError(path, 'is missing')
  if (kindOf(tape, node) !== objectKind) throw shapeError(path, 'is not an object')
  return node
}

/** The objects of a list. @throws NbtrustError `ERR_NOTEBOOK_SHAPE`, also for -1. */
export function expectObjects(tape: NotebookTape, list: number, path: JsonPath): number[] {
  if (list < 0) throw shapeError(path, 'is missing')
  const kind = kindOf(tape, list)
  // Python iterates over these too; what they hold are strings, and no cell or output is one.
  if ((kind === objectKind || kind === stringKind) && startOf(tape, list) === endOf(tape, list)) {
    if (nextOf(tape, list) === list + 1) return []
  }
  if (kind !== arrayKind) throw shapeError(path, 'is not a list')
  if (hasFlag(tape, list, bareFlag)) throw shapeError(path, 'holds something that is not an object')
  return childrenOf(tape, list).map((node, index) => expectObjectNode(tape, node, [...path, index]))
}

/** True for a list of strings alone. The lines themselves, which are most of a notebook's nodes, are not looked at. */
export function isLines(tape: NotebookTape, list: number): boolean {
  return kindOf(tape, list) === arrayKind && !hasFlag(tape, list, bareFlag | nestedFlag)
}

/** The same for what may also be no list. @throws NbtrustError `ERR_NOTEBOOK_SHAPE` for a list that holds anything else. */
export function expectLines(tape: NotebookTape, list: number, path: JsonPath): boolean {
  if (list < 0 || kindOf(tape, list) !== arrayKind) return false
  if (!isLines(tape, list)) throw shapeError(path, 'holds something that is not a line of text')
  return true
}

/** The nodes of a list's items, those that have one. */
export function childrenOf(tape: NotebookTape, list: number): number[] {
  const children: number[] = []
  const limit = nextOf(tape, list)
  for (let node = list + 1; node < limit; node = nextOf(tape, node)) children.push(node)
  return children
}
