// What the tokenizer leaves behind: every value already in its final spelling, in document order, and a flat list of
// where each object, key, string and list begins and ends in it. No JavaScript object is made per value.

/** The kinds of nodes, in the low four bits of `kinds`. */
export const Kind = {
  object: 1,
  array: 2,
  string: 3,
  key: 4,
  integer: 5,
  float: 6,
  true: 7,
  false: 8,
  null: 9,
} as const

/** What else is known of a node, in the high four bits of `kinds`. */
export const Flag = {
  /** A list that also holds numbers or literals, which are not on the tape. */
  bare: 0x10,
  /** An object whose keys are not in strictly ascending order, or one of whose keys is left out. */
  rebuild: 0x20,
  /** A key that is left out, with its value. */
  drop: 0x40,
  /** A value that is spelled otherwise; see `replacements`. */
  replace: 0x80,
} as const

/**
 * How values are spelled: `python` as nbformat hashes them, with nothing between them and strings as they are; `json` as
 * RFC 8785 writes them, with brackets, commas, quotes and escapes.
 */
export type Spelling = 'python' | 'json'

/**
 * Nodes are in document order; a key is followed by its value. Numbers and literals in lists have no node, since nothing
 * ever asks for them and they are many.
 */
export interface Tape {
  /** The file. */
  readonly bytes: Uint8Array
  /** The same bytes, to be read four at a time wherever they begin. */
  readonly view: DataView
  readonly spelling: Spelling
  /** How many bytes of quotes a string has on either side in `out`. */
  readonly quote: 0 | 1
  /** The values in document order, as they are spelled; the first `size` bytes count. */
  out: Uint8Array<ArrayBuffer>
  outView: DataView
  size: number
  /** Per node: kind and flags; its first byte in `out` and the one after its last; the node after its content. */
  kinds: Uint8Array
  starts: Int32Array
  ends: Int32Array
  nexts: Int32Array
  count: number
  /** Where in the file reading is to be interrupted. */
  pause: number
  /** Half surrogate pairs, as pairs of an offset in `out` and one in `bytes`. */
  readonly lone: number[]
  /** Other bytes for nodes flagged `replace`. They may lie in the node's own part of `out`. */
  readonly replacements: Map<number, Uint8Array>
  /** True if any node is flagged `rebuild`, `drop` or `replace`. */
  edited: boolean
  /** True if anything has to change places or gets longer, so that the result needs room of its own. */
  moves: boolean
}

// So that four bytes, or a whole number, may be written where fewer count.
const slack = 64

/** An empty tape for a file. What is in `prefix` (ASCII) begins `out`. */
export function newTape(bytes: Uint8Array, spelling: Spelling, prefix = ''): Tape {
  const capacity = 64 + (bytes.length >> 6)
  // Only numbers are ever longer than in the file, and they ask for room themselves.
  const out = new Uint8Array(prefix.length + bytes.length + slack)
  for (let i = 0; i < prefix.length; i++) out[i] = prefix.charCodeAt(i)
  return {
    bytes,
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
    spelling,
    quote: spelling === 'json' ? 1 : 0,
    out,
    outView: new DataView(out.buffer),
    size: prefix.length,
    kinds: new Uint8Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    nexts: new Int32Array(capacity),
    count: 0,
    pause: 0,
    lone: [],
    replacements: new Map(),
    edited: false,
    moves: false,
  }
}

/** Adds a node that begins here, and returns its number. */
export function pushNode(tape: Tape, kind: number): number {
  const node = tape.count++
  if (node === tape.kinds.length) growNodes(tape)
  tape.kinds[node] = kind
  tape.starts[node] = tape.size
  return node
}

/** Ends a node here; it holds all nodes that were added since. */
export function endNode(tape: Tape, node: number): void {
  tape.ends[node] = tape.size
  tape.nexts[node] = tape.count
}

/** The kind of a node, without its flags. */
export function kindOf(tape: Tape, node: number): number {
  return (tape.kinds[node] ?? 0) & 0x0f
}

/** True if a node has a flag. */
export function hasFlag(tape: Tape, node: number, flag: number): boolean {
  return ((tape.kinds[node] ?? 0) & flag) !== 0
}

/** Sets a flag of a node. */
export function setFlag(tape: Tape, node: number, flag: number): void {
  tape.kinds[node] = (tape.kinds[node] ?? 0) | flag
  if (flag !== Flag.bare) tape.edited = true
}

/** Leaves a key of an object and its value out; -1 is no key. */
export function dropMember(tape: Tape, object: number, key: number): void {
  if (key < 0) return
  setFlag(tape, key, Flag.drop)
  setFlag(tape, object, Flag.rebuild)
}

/** Has other bytes written instead of a node. */
export function replaceNode(tape: Tape, node: number, bytes: Uint8Array): void {
  tape.replacements.set(node, bytes)
  setFlag(tape, node, Flag.replace)
  if (bytes.length > (tape.ends[node] ?? 0) - (tape.starts[node] ?? 0)) tape.moves = true
}

/** The bytes of a node in `out`; those of a string without its quotes. */
export function nodeBytes(tape: Tape, node: number): Uint8Array<ArrayBuffer> {
  return tape.out.subarray(textStart(tape, node), textEnd(tape, node))
}

/** Where the text of a node begins in `out`: after the quote of a string. */
export function textStart(tape: Tape, node: number): number {
  return (tape.starts[node] ?? 0) + quoteOf(tape, node)
}

/** Where the text of a node ends in `out`: before the quote of a string. */
export function textEnd(tape: Tape, node: number): number {
  return (tape.ends[node] ?? 0) - quoteOf(tape, node)
}

function quoteOf(tape: Tape, node: number): number {
  const kind = kindOf(tape, node)
  return kind === Kind.string || kind === Kind.key ? tape.quote : 0
}

/** Makes room for `extra` bytes beyond those that are left of the file from `at` on. */
export function reserve(tape: Tape, at: number, extra: number): void {
  const needed = tape.size + (tape.bytes.length - at) + extra + slack
  if (needed <= tape.out.length) return
  const larger = new Uint8Array(needed + (tape.out.length >> 2))
  larger.set(tape.out.subarray(0, tape.size))
  tape.out = larger
  tape.outView = new DataView(larger.buffer)
}

function growNodes(tape: Tape): void {
  const capacity = tape.kinds.length * 2
  const kinds = new Uint8Array(capacity)
  kinds.set(tape.kinds)
  tape.kinds = kinds
  tape.starts = grown(tape.starts, capacity)
  tape.ends = grown(tape.ends, capacity)
  tape.nexts = grown(tape.nexts, capacity)
}

function grown(array: Int32Array, capacity: number): Int32Array {
  const larger = new Int32Array(capacity)
  larger.set(array)
  return larger
}
