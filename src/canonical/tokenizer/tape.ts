// What the tokenizer leaves behind: every value already in its final spelling, in document order, and a flat list of
// where each object, key, string and list begins and ends in it. No JavaScript object is made per value.
import type { Bytes, Ints, int, Words } from '../../lib/portable.js'
import type { Host } from './host.js'
import { growNodes } from './machine.js'

// The kinds of nodes, in the low four bits of the first of a node's numbers.
export const objectKind: int = 1
export const arrayKind: int = 2
export const stringKind: int = 3
export const keyKind: int = 4
export const integerKind: int = 5
export const floatKind: int = 6
export const trueKind: int = 7
export const falseKind: int = 8
export const nullKind: int = 9

/** A flag of a list that also holds numbers or literals, which are not on the tape. */
export const bareFlag: int = 0x10
/** A flag of an object whose keys are not in strictly ascending order, or one of whose keys is left out. */
export const rebuildFlag: int = 0x20
/** A flag of a list that also holds objects or lists. */
export const nestedFlag: int = 0x100

/**
 * A file's text, spelled anew in place: what is written follows what is read, and never overtakes it.
 *
 * Nodes are in document order; a key is followed by its value. Numbers and literals in lists have no node, since nothing
 * ever asks for them and they are many. While an object or list is open, its node holds instead of its end the one around
 * it, and instead of the next node its last key; -1 for none.
 */
export class Tape {
  text: Bytes
  words: Words
  /** Four for each node: its kind and flags; its first byte and the one after its last; the node after its content. */
  nodes: Ints
  /** How many nodes there are, and how many fit. */
  count: int = 0
  room: int = 0
  /** What is read next, where the file ends, and where reading is to be interrupted. */
  at: int = 0
  end: int = 0
  pause: int = 0
  /** Where the next byte is written. */
  size: int = 0
  /** The innermost object or list that is open, or -1, and how many are. */
  open: int = -1
  depth: int = 0
  /** True if the keys of some object are not in order. */
  unordered: boolean = false
  /** Spelled as RFC 8785 writes JSON, or else as nbformat hashes it: nothing between values, and strings as they are. */
  json: boolean
  host: Host

  constructor(text: Bytes, words: Words, nodes: Ints, json: boolean, host: Host) {
    this.text = text
    this.words = words
    this.nodes = nodes
    this.json = json
    this.host = host
  }
}

/** Adds a node that begins here, and returns its number. */
export function pushNode(tape: Tape, kind: int): int {
  const node = tape.count
  if (node === tape.room) growNodes(tape)
  tape.count = node + 1
  tape.nodes[node * 4] = kind
  tape.nodes[node * 4 + 1] = tape.size
  return node
}

/** Ends a node here; it holds all nodes that were added since. */
export function endNode(tape: Tape, node: int): void {
  tape.nodes[node * 4 + 2] = tape.size
  tape.nodes[node * 4 + 3] = tape.count
}

/** The kind of a node, without its flags. */
export function kindOf(tape: Tape, node: int): int {
  return (tape.nodes[node * 4] as int) & 0x0f
}

/** Where a node begins. */
export function startOf(tape: Tape, node: int): int {
  return tape.nodes[node * 4 + 1] as int
}

/** Where a node ends. */
export function endOf(tape: Tape, node: int): int {
  return tape.nodes[node * 4 + 2] as int
}

/** The node after a node and all that it holds. */
export function nextOf(tape: Tape, node: int): int {
  return tape.nodes[node * 4 + 3] as int
}

/** Where the text of a node begins: after the quote of a string. */
export function textStart(tape: Tape, node: int): int {
  return startOf(tape, node) + quoteOf(tape, node)
}

/** Where the text of a node ends: before the quote of a string. */
export function textEnd(tape: Tape, node: int): int {
  return endOf(tape, node) - quoteOf(tape, node)
}

function quoteOf(tape: Tape, node: int): int {
  if (!tape.json) return 0
  const kind = kindOf(tape, node)
  return kind === stringKind || kind === keyKind ? 1 : 0
}
